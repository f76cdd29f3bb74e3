/** SQL of the staged tables, by name, each after the tables that it reads. */
export const stagedSql: Record<string, string> = {
  customers: `
   WITH people AS (
     SELECT customer_unique_id, min(purchased_at) AS first
     FROM typed_customers LEFT JOIN typed_orders USING (customer_id) GROUP BY ALL
   ), numbered AS (
     SELECT customer_unique_id,
       CAST(row_number() OVER (ORDER BY first NULLS LAST, customer_unique_id) AS INTEGER) AS customer_key
     FROM people
   )
   SELECT customer_id, customer_unique_id, customer_key, zip, city, state
   FROM typed_customers JOIN numbered USING (customer_unique_id)`,
  orders: `
   SELECT CAST(row_number() OVER (ORDER BY purchased_at, order_id) AS INTEGER) AS order_key,
     order_id, customer_id, customer_key, status, purchased_at, approved_at, shipped_at, delivered_at,
     estimated_at
   FROM typed_orders JOIN staged_customers USING (customer_id)
   ORDER BY order_key`,
  products: `
   SELECT CAST(row_number() OVER (ORDER BY product_id) AS INTEGER) AS product_key, product_id, category,
     name_length, description_length, photos, weight_g, length_cm, height_cm, width_cm
   FROM typed_products
   ORDER BY product_key`,
  sellers: `
   SELECT CAST(row_number() OVER (ORDER BY seller_id) AS INTEGER) AS seller_key, seller_id, zip, city, state
   FROM typed_sellers
   ORDER BY seller_key`,
  items: `
   SELECT order_key, line, product_key, seller_key, shipping_limit_at, price_cents, freight_cents
   FROM typed_items JOIN staged_orders USING (order_id) JOIN staged_products USING (product_id)
     JOIN staged_sellers USING (seller_id)
   ORDER BY order_key, line`,
  payments: `
   SELECT order_key, sequential, type, installments, value_cents
   FROM typed_payments JOIN staged_orders USING (order_id)
   ORDER BY order_key, sequential`,
  reviews: `
   SELECT review_id, order_key, score, title, message, created_at, answered_at
   FROM typed_reviews JOIN staged_orders USING (order_id)
   ORDER BY order_key, review_id`,
  translation: `
   SELECT category, english FROM typed_translation ORDER BY category`
};

/** What the generator knows of a category: margins of the published data. */
export interface Category {
  /** Portuguese key as in the files; empty where the product has none. */
  key: string;
  /** English name of the translation file, with its misspellings; empty where it lacks one. */
  english: string;
  products: number;
  items: number;
  orders: number;
  /** Mean and typical (geometric mean) price of an item, BRL. */
  meanPrice: number;
  typicalPrice: number;
  /** Typical weight in grams and spread of its logarithm. */
  weight: number;
  weightSpread: number;
  /** Typical volume, cm3. */
  volume: number;
  /** Mean review score of what arrived on time. */
  score: number;
  /** Share of first buyers who come back, against the shop's. */
  repeat: number;
}

// prettier-ignore
const rows = [
  ["cama_mesa_banho", "bed_bath_table", 3029, 11115, 9417, 93.3, 73.59, 1261, 0.96, 10398, 4.15, 1.44],
  ["beleza_saude", "health_beauty", 2444, 9670, 8836, 130.16, 78.79, 475, 1.06, 4502, 4.39, 0.93],
  ["esporte_lazer", "sports_leisure", 2867, 8641, 7720, 114.34, 77.22, 767, 1.21, 7612, 4.38, 1.26],
  ["moveis_decoracao", "furniture_decor", 2657, 8334, 6449, 87.56, 64.85, 1397, 1.1, 11772, 4.21, 1.46],
  ["informatica_acessorios", "computers_accessories", 1639, 7827, 6689, 116.51, 78.09, 401, 1.09, 3831, 4.21, 0.96],
  ["utilidades_domesticas", "housewares", 2335, 6964, 5884, 90.79, 59.13, 1428, 1.29, 12735, 4.32, 0.9],
  ["relogios_presentes", "watches_gifts", 1329, 5991, 5624, 201.14, 127.87, 397, 0.7, 1872, 4.28, 0.7],
  ["telefonia", "telephony", 1134, 4545, 4199, 71.21, 38.53, 213, 0.6, 1288, 4.18, 0.8],
  ["ferramentas_jardim", "garden_tools", 753, 4347, 3518, 111.63, 72.33, 1743, 1, 12998, 4.33, 0.97],
  ["automotivo", "auto", 1900, 4235, 3897, 139.96, 80.84, 890, 1.58, 7909, 4.3, 0.69],
  ["brinquedos", "toys", 1411, 4117, 3886, 117.55, 82.61, 887, 1.16, 10872, 4.38, 0.79],
  ["cool_stuff", "cool_stuff", 789, 3796, 3632, 167.36, 115.21, 1335, 1.17, 12758, 4.35, 0.61],
  ["perfumaria", "perfumery", 868, 3419, 3162, 116.74, 79.99, 342, 0.79, 3829, 4.4, 0.91],
  ["bebes", "baby", 919, 3065, 2885, 134.34, 81.77, 1146, 1.46, 12444, 4.3, 0.73],
  ["eletronicos", "electronics", 517, 2767, 2550, 57.91, 30.49, 294, 1.1, 3660, 4.28, 0.57],
  ["papelaria", "stationery", 849, 2517, 2311, 91.75, 69.07, 1197, 1.39, 12036, 4.45, 0.72],
  ["fashion_bolsas_e_acessorios", "fashion_bags_accessories", 849, 2031, 1864, 75.25, 53.59, 207, 0.83, 1579, 4.37, 1.91],
  ["pet_shop", "pet_shop", 719, 1947, 1710, 110.07, 77.63, 1024, 1.44, 11416, 4.39, 0.95],
  ["moveis_escritorio", "office_furniture", 309, 1691, 1273, 162.01, 145.24, 10088, 0.58, 66105, 3.76, 0.7],
  ["", "", 610, 1603, 1451, 112, 69.25, 629, 1.21, 4522, 4.19, 0.91],
  ["consoles_games", "consoles_games", 317, 1137, 1062, 138.49, 68.29, 280, 0.83, 3319, 4.31, 0.56],
  ["malas_acessorios", "luggage_accessories", 349, 1092, 1034, 128.6, 101.73, 2058, 1.47, 25066, 4.46, 0.61],
  ["construcao_ferramentas_construcao", "construction_tools_construction", 400, 929, 748, 155.73, 84.68, 1229, 1.41, 6417, 4.28, 0.76],
  ["eletrodomesticos", "home_appliances", 370, 771, 764, 103.98, 56.68, 587, 1.44, 7064, 4.31, 2.93],
  ["instrumentos_musicais", "musical_instruments", 289, 680, 628, 281.62, 129.1, 1179, 1.43, 10159, 4.45, 0.58],
  ["eletroportateis", "small_appliances", 231, 679, 630, 280.78, 121.76, 1289, 1.27, 12605, 4.37, 0.68],
  ["casa_construcao", "home_construction", 225, 604, 490, 137.56, 93.51, 1318, 1.19, 12344, 4.16, 0.85],
  ["livros_interesse_geral", "books_general_interest", 216, 553, 512, 84.73, 55.45, 597, 0.65, 3722, 4.64, 0.83],
  ["alimentos", "food", 82, 510, 450, 57.63, 46.47, 402, 0.92, 3730, 4.45, 1.04],
  ["moveis_sala", "furniture_living_room", 156, 503, 422, 137.01, 105.57, 6291, 0.76, 29423, 4.24, 0.9],
  ["casa_conforto", "home_confort", 111, 434, 397, 134.96, 104.53, 2160, 0.84, 22179, 4.07, 0.9],
  ["bebidas", "drinks", 81, 379, 297, 59.18, 42.15, 539, 1.12, 8043, 4.3, 0.9],
  ["audio", "audio", 58, 364, 350, 139.25, 75.03, 484, 1.16, 2296, 4.3, 0.9],
  ["market_place", "market_place", 104, 311, 280, 91.25, 62.19, 562, 1.12, 5327, 4.3, 0.9],
  ["construcao_ferramentas_iluminacao", "construction_tools_lights", 78, 304, 244, 135.13, 94.02, 1250, 1.43, 10975, 4.3, 0.9],
  ["climatizacao", "air_conditioning", 124, 297, 253, 185.27, 126.8, 1992, 1.42, 13196, 4.3, 0.9],
  ["moveis_cozinha_area_de_servico_jantar_e_jardim", "kitchen_dining_laundry_garden_furniture", 94, 281, 248, 164.87, 111.3, 5067, 1.19, 28903, 4.3, 0.9],
  ["alimentos_bebidas", "food_drink", 104, 278, 227, 54.6, 37.85, 742, 0.83, 4959, 4.3, 0.9],
  ["industria_comercio_e_negocios", "industry_commerce_and_business", 68, 268, 235, 148.02, 105.2, 4009, 1.18, 32223, 4.3, 0.9],
  ["livros_tecnicos", "books_technical", 123, 267, 260, 71.52, 54.18, 789, 0.69, 2103, 4.3, 0.9],
  ["telefonia_fixa", "fixed_telephony", 116, 264, 217, 225.69, 76.4, 341, 1.01, 2422, 4.3, 0.9],
  ["fashion_calcados", "fashion_shoes", 173, 262, 240, 89.93, 71.75, 809, 0.74, 7649, 4.3, 0.9],
  ["eletrodomesticos_2", "home_appliances_2", 90, 238, 234, 476.12, 267.49, 5959, 1.11, 34156, 4.3, 0.9],
  ["construcao_ferramentas_jardim", "costruction_tools_garden", 88, 238, 194, 108.05, 62.09, 1082, 1.29, 7934, 4.3, 0.9],
  ["agro_industria_e_comercio", "agro_industry_and_commerce", 74, 212, 182, 342.12, 156.23, 1629, 1.46, 8802, 4.3, 0.9],
  ["artes", "art", 55, 209, 202, 115.8, 74.91, 1165, 0.82, 10200, 4.3, 0.9],
  ["pcs", "computers", 30, 203, 181, 1098.3, 973.92, 5224, 0.83, 33202, 4.3, 0.9],
  ["sinalizacao_e_seguranca", "signaling_and_security", 93, 199, 140, 108.09, 61.11, 1037, 1.58, 11290, 4.3, 0.9],
  ["construcao_ferramentas_seguranca", "construction_tools_safety", 91, 194, 167, 208.99, 123.01, 514, 0.88, 4643, 4.3, 0.9],
  ["artigos_de_natal", "christmas_supplies", 65, 153, 128, 57.52, 37.62, 854, 1.34, 8346, 4.3, 0.9],
  ["fashion_roupa_masculina", "fashion_male_clothing", 95, 132, 112, 81.8, 66.04, 520, 0.49, 4844, 4.3, 0.9],
  ["fashion_underwear_e_moda_praia", "fashion_underwear_beach", 53, 131, 121, 72.84, 52, 240, 0.48, 2874, 4.3, 0.9],
  ["moveis_quarto", "furniture_bedroom", 45, 109, 95, 183.75, 137.76, 6304, 1.43, 30364, 4.3, 0.9],
  ["construcao_ferramentas_ferramentas", "costruction_tools_tools", 39, 103, 97, 154.41, 75.82, 672, 1.05, 5207, 4.3, 0.9],
  ["tablets_impressao_imagem", "tablets_printing_image", 9, 83, 79, 90.7, 76.79, 294, 0.3, 4684, 4.3, 0.9],
  ["portateis_casa_forno_e_cafe", "small_appliances_home_oven_and_coffee", 31, 76, 75, 624.29, 306.27, 2388, 1.54, 21630, 4.3, 0.9],
  ["cine_foto", "cine_photo", 28, 72, 65, 96.3, 60.46, 507, 1.31, 4128, 4.3, 0.9],
  ["dvds_blu_ray", "dvds_blu_ray", 48, 64, 59, 93.74, 32.3, 279, 0.91, 953, 4.3, 0.9],
  ["livros_importados", "books_imported", 31, 60, 53, 77.33, 59.08, 550, 0.54, 1851, 4.3, 0.9],
  ["fashion_roupa_feminina", "fashio_female_clothing", 27, 48, 39, 58.41, 49.02, 484, 0.5, 2168, 4.3, 0.9],
  ["artigos_de_festas", "party_supplies", 26, 43, 39, 104.31, 63.11, 752, 1.47, 6666, 4.3, 0.9],
  ["fraldas_higiene", "diapers_and_hygiene", 12, 39, 27, 40.2, 36.08, 476, 0.73, 5892, 4.3, 0.9],
  ["moveis_colchao_e_estofado", "furniture_mattress_and_upholstery", 10, 38, 38, 114.95, 98.33, 3702, 1.12, 60584, 4.3, 0.9],
  ["musica", "music", 27, 38, 38, 158.8, 67.83, 586, 1.39, 3460, 4.3, 0.9],
  ["flores", "flowers", 14, 33, 29, 33.64, 29.99, 1034, 1.02, 4212, 4.3, 0.9],
  ["fashion_esporte", "fashion_sport", 19, 30, 27, 70.65, 59.98, 257, 0.67, 3899, 4.3, 0.9],
  ["casa_conforto_2", "home_comfort_2", 5, 30, 24, 25.34, 16.57, 750, 0.36, 29243, 4.3, 0.9],
  ["artes_e_artesanato", "arts_and_craftmanship", 19, 24, 23, 75.58, 47.96, 785, 1.12, 4919, 4.3, 0.9],
  ["portateis_cozinha_e_preparadores_de_alimentos", "", 10, 15, 14, 264.57, 71.22, 1580, 1.04, 15538, 4.3, 0.9],
  ["cds_dvds_musicais", "cds_dvds_musicals", 1, 14, 12, 52.14, 51.31, 550, 0.3, 13125, 4.3, 0.9],
  ["la_cuisine", "la_cuisine", 10, 14, 13, 146.78, 128.6, 2631, 0.85, 23670, 4.3, 0.9],
  ["pc_gamer", "", 3, 9, 8, 171.77, 165.5, 1509, 0.75, 6267, 4.3, 0.9],
  ["fashion_roupa_infanto_juvenil", "fashion_childrens_clothes", 5, 8, 8, 71.23, 64.85, 206, 0.76, 6372, 4.3, 0.9],
  ["seguros_e_servicos", "security_and_services", 2, 2, 2, 141.64, 135.38, 700, 0.79, 9444, 4.3, 0.9]
] as const;

/** The 73 categories and the missing one, by items sold. */
export const categories: readonly Category[] = rows.map(
  ([
    key,
    english,
    products,
    items,
    orders,
    meanPrice,
    typicalPrice,
    weight,
    weightSpread,
    volume,
    score,
    repeat
  ]) => ({
    key,
    english,
    products,
    items,
    orders,
    meanPrice,
    typicalPrice,
    weight,
    weightSpread,
    volume,
    score,
    repeat
  })
);

/** The ten groups that categories fall into. */
export const categoryGroups = [
  "home",
  "furniture",
  "beauty_health",
  "sports_leisure",
  "electronics",
  "fashion",
  "baby_toys_pets",
  "auto_tools_garden",
  "books_stationery",
  "other"
] as const;

export type CategoryGroup = (typeof categoryGroups)[number];

/** Where a category that is not in the list belongs. */
export const otherGroup: CategoryGroup = "other";

export interface Category {
  /** Portuguese key, as in the files. */
  key: string;
  /** Tidy English. */
  label: string;
  group: CategoryGroup;
}

const labelled: Readonly<Record<CategoryGroup, readonly (readonly [key: string, label: string])[]>> = {
  home: [
    ["cama_mesa_banho", "Bed, bath & table"],
    ["utilidades_domesticas", "Housewares"],
    ["casa_conforto", "Home comfort"],
    ["casa_conforto_2", "Home comfort 2"],
    ["casa_construcao", "Home construction"],
    ["la_cuisine", "La cuisine"],
    ["eletroportateis", "Small appliances"],
    ["eletrodomesticos", "Home appliances"],
    ["eletrodomesticos_2", "Home appliances 2"],
    ["climatizacao", "Air conditioning"],
    ["portateis_casa_forno_e_cafe", "Home, oven & coffee appliances"],
    ["portateis_cozinha_e_preparadores_de_alimentos", "Kitchen appliances & food processors"],
    ["flores", "Flowers"]
  ],
  furniture: [
    ["moveis_decoracao", "Furniture & decor"],
    ["moveis_escritorio", "Office furniture"],
    ["moveis_sala", "Living room furniture"],
    ["moveis_quarto", "Bedroom furniture"],
    ["moveis_cozinha_area_de_servico_jantar_e_jardim", "Kitchen, dining, laundry & garden furniture"],
    ["moveis_colchao_e_estofado", "Mattresses & upholstery"]
  ],
  beauty_health: [
    ["beleza_saude", "Health & beauty"],
    ["perfumaria", "Perfumery"],
    ["fraldas_higiene", "Diapers & hygiene"]
  ],
  sports_leisure: [
    ["esporte_lazer", "Sports & leisure"],
    ["cool_stuff", "Cool stuff"],
    ["instrumentos_musicais", "Musical instruments"],
    ["fashion_esporte", "Sportswear"],
    ["artes", "Art"],
    ["artes_e_artesanato", "Arts & crafts"],
    ["artigos_de_festas", "Party supplies"],
    ["artigos_de_natal", "Christmas supplies"]
  ],
  electronics: [
    ["informatica_acessorios", "Computer accessories"],
    ["eletronicos", "Electronics"],
    ["telefonia", "Telephony"],
    ["telefonia_fixa", "Fixed telephony"],
    ["consoles_games", "Consoles & games"],
    ["audio", "Audio"],
    ["pcs", "Computers"],
    ["pc_gamer", "Gaming computers"],
    ["tablets_impressao_imagem", "Tablets, printing & image"],
    ["cine_foto", "Cinema & photo"],
    ["dvds_blu_ray", "DVDs & Blu-ray"],
    ["cds_dvds_musicais", "Music CDs & DVDs"],
    ["musica", "Music"]
  ],
  fashion: [
    ["relogios_presentes", "Watches & gifts"],
    ["fashion_bolsas_e_acessorios", "Bags & accessories"],
    ["fashion_calcados", "Shoes"],
    ["fashion_roupa_masculina", "Men's clothing"],
    ["fashion_roupa_feminina", "Women's clothing"],
    ["fashion_roupa_infanto_juvenil", "Children's clothing"],
    ["fashion_underwear_e_moda_praia", "Underwear & beachwear"],
    ["malas_acessorios", "Luggage & accessories"]
  ],
  baby_toys_pets: [
    ["bebes", "Baby"],
    ["brinquedos", "Toys"],
    ["pet_shop", "Pet shop"]
  ],
  auto_tools_garden: [
    ["automotivo", "Auto"],
    ["ferramentas_jardim", "Garden tools"],
    ["construcao_ferramentas_construcao", "Construction tools"],
    ["construcao_ferramentas_jardim", "Construction tools: garden"],
    ["construcao_ferramentas_iluminacao", "Construction tools: lighting"],
    ["construcao_ferramentas_ferramentas", "Construction tools: hand tools"],
    ["construcao_ferramentas_seguranca", "Construction tools: safety"],
    ["sinalizacao_e_seguranca", "Signs & security"],
    ["industria_comercio_e_negocios", "Industry, commerce & business"],
    ["agro_industria_e_comercio", "Farming industry & commerce"]
  ],
  books_stationery: [
    ["papelaria", "Stationery"],
    ["livros_interesse_geral", "Books: general interest"],
    ["livros_tecnicos", "Books: technical"],
    ["livros_importados", "Books: imported"]
  ],
  other: [
    ["alimentos", "Food"],
    ["alimentos_bebidas", "Food & drink"],
    ["bebidas", "Drinks"],
    ["market_place", "Marketplace"],
    ["seguros_e_servicos", "Insurance & services"],
    ["(none)", "No category"]
  ]
};

/** All 73 categories of the products file, and "(none)" for a product without one. */
export const categories: readonly Category[] = categoryGroups.flatMap((group) =>
  labelled[group].map(([key, label]) => ({key, label, group}))
);

/** Titles by mood of the reviewer. */
export const titlePhrases = {
  good: [
    "Recomendo",
    "Super recomendo",
    "Ótimo",
    "Excelente",
    "Muito bom",
    "Adorei",
    "Perfeito",
    "Produto ótimo",
    "Entrega rápida",
    "Satisfeita",
    "Satisfeito com a compra",
    "Nota 10",
    "Gostei muito",
    "Tudo certo",
    "Show de bola",
    "Vale a pena",
    "👍",
    "Maravilhoso 😍"
  ],
  middling: [
    "Regular",
    "Bom",
    "Razoável",
    "Mais ou menos",
    "Esperava mais",
    "Atendeu em parte",
    "Ok",
    "Pode melhorar"
  ],
  bad: [
    "Não recomendo",
    "Péssimo",
    "Decepcionada",
    "Não recebi o produto",
    "Produto com defeito",
    "Atraso na entrega",
    "Entrega parcial",
    "Horrível",
    "Veio errado",
    "Quero meu dinheiro de volta",
    "Insatisfeito",
    "Cadê meu pedido?",
    "Muito ruim 😡"
  ]
};

/** Sentences of messages by what they are about; {x} names the thing bought, {d} a number of days. */
export const phrases = {
  pleased: [
    "{X} de ótima qualidade.",
    "Gostei muito {do} {x}.",
    "Adorei {o} {x}, igual à foto do anúncio.",
    "Produto excelente, recomendo a loja.",
    "Veio tudo certinho e bem embalado.",
    "Superou as minhas expectativas!",
    "Muito bom, comprarei novamente.",
    "Bom custo-benefício.",
    "Produto conforme o anunciado.",
    "Minha filha amou {o} {x} 😍",
    "Recomendo a todos 👏👏",
    "Ótimo produto",
    "Tudo perfeito",
    "Amei!!!",
    "Estou muito satisfeita com a compra.",
    "Vendedor atencioso, tirou todas as dúvidas."
  ],
  quick: [
    "Chegou antes do prazo.",
    "Entrega super rápida.",
    "Chegou {d} dias antes do previsto!",
    "Entrega dentro do prazo combinado.",
    "Recebi rápido e sem nenhum problema.",
    "A entrega foi excelente, parabéns.",
    "Chegou bem antes do esperado 😀"
  ],
  fair: [
    "{X} é bom, mas o acabamento deixa a desejar.",
    "O produto é razoável pelo preço.",
    "Atende, mas a cor é diferente da foto.",
    "Esperava um pouco mais de qualidade.",
    "É menor do que eu imaginava.",
    "A embalagem veio amassada, mas o produto está bom.",
    "Faltou o manual de instruções.",
    "Ainda não testei.",
    "O frete poderia ser mais barato."
  ],
  faulty: [
    "{X} veio com defeito.",
    "O produto chegou quebrado, quero trocar.",
    "Veio um modelo diferente do que comprei.",
    "Material muito frágil, não vale o preço.",
    "Comprei duas unidades e só recebi uma.",
    'A loja escreve "produto original", mas não é.',
    "Parou de funcionar em {d} dias.",
    "Faltaram peças para montar.",
    "Cor errada e tamanho errado."
  ],
  late: [
    "A entrega atrasou {d} dias.",
    "Chegou muito depois do prazo.",
    "O prazo não foi cumprido e ninguém avisou.",
    "Demorou demais para chegar.",
    "Tive que ir buscar nos correios depois de {d} dias de espera.",
    "O rastreio ficou parado por {d} dias."
  ],
  missing: [
    "Até agora não recebi {o} {x}.",
    "Não recebi o produto e já se passaram {d} dias.",
    "O pedido foi cancelado sem nenhuma explicação.",
    "Comprei, paguei e nada de entrega.",
    'O site diz "em transporte" há {d} dias.',
    "Cadê o meu pedido?"
  ],
  demand: [
    "Quero o estorno do valor.",
    "Entrei em contato e ninguém responde.",
    "Aguardo uma solução com urgência.",
    "Nunca mais compro nesta loja.",
    "Exijo o meu dinheiro de volta!",
    "Já mandei vários e-mails e nada.",
    "Vou procurar o Procon.",
    "Falta de respeito com o consumidor 😡",
    "Não recomendo a ninguém."
  ],
  padding: [
    "Obrigada.",
    "Obrigado pela atenção!",
    "Comprei para dar de presente.",
    "É a segunda vez que compro.",
    "Parabéns à loja e aos correios.",
    "Abraços.",
    "Att."
  ]
};

/** What is bought, by the beginning of the category's key: article and noun. */
export const things: readonly (readonly [string, "o" | "a", string])[] = [
  ["cama_mesa", "o", "jogo de cama"],
  ["beleza", "o", "creme"],
  ["esporte", "a", "bicicleta"],
  ["moveis", "a", "estante"],
  ["informatica", "o", "mouse"],
  ["utilidades", "a", "panela"],
  ["relogios", "o", "relógio"],
  ["telefonia", "a", "capinha"],
  ["ferramentas", "a", "mangueira"],
  ["automotivo", "o", "farol"],
  ["brinquedos", "a", "boneca"],
  ["perfumaria", "o", "perfume"],
  ["bebes", "o", "carrinho"],
  ["papelaria", "o", "caderno"],
  ["fashion", "a", "bolsa"],
  ["pet_shop", "a", "ração"],
  ["consoles", "o", "controle"],
  ["malas", "a", "mala"],
  ["eletro", "o", "liquidificador"],
  ["livros", "o", "livro"],
  ["instrumentos", "o", "violão"],
  ["", "o", "produto"]
];

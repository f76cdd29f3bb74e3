/** Words of what customers write about a purchase, by how much they praise (above 0) or complain (below 0). */
const words: readonly (readonly [polarity: number, words: string])[] = [
  [
    1,
    `adorei adoramos adorou amei amou amo adoro ótimo ótima ótimos ótimas otimo excelente excelentes
    exelente excelência excepcional espetacular sensacional fantástico fantástica impecável perfeito
    perfeita perfeitos perfeitas maravilhoso maravilhosa maravilhosos maravilha parabéns lindo linda
    lindos lindas lindíssimo show top superou surpreendeu surpreendente incrível encantada apaixonada
    feliz ágil agilidade pontual pontualidade rapidíssima rapidez direitinho certinho brinde 😍 ❤ ♥ 💕 💖 😘
    🥰 👏 🔝 🤩`
  ],
  [
    0.75,
    `bom boa bons boas gostei gostamos gostou rápido rápida rápidos rápidas rapidamente satisfeito
    satisfeita satisfeitos recomendo recomendado recomendada recomendadíssimo indico eficiente
    eficientes eficiência eficaz confiável confiança seguro segura bonito bonita bonitos bonitas belo
    bela confortável macio macia resistente prático prática fácil útil lacrado capricho atencioso
    atenciosa atenciosos educado prestativo correto correta corretos corretas corretamente perfeitamente
    exatamente expectativas expectativa espectativas conforme combinado previsto estipulado estabelecido
    prometido valeu sucesso legal bacana joia beleza elegante delicado delicada cheiroso gostoso
    aprovado agradeço agradecido agradecida obrigado obrigada obg grato grata gratidão cumpriu cumprem
    cumpre honesto honesta sério funcional 👍 😊 😀 😃 😄 😁 🙂 👌 ☺ 😉 💓 ✔ ✅ 🙌 🙏`
  ],
  [
    0.5,
    `ok bem tranquilo tranquila certo certa sempre super melhor embalado embalada embalados protegido
    qualidade atende atendeu atendido atenderam comprarei compraria voltarei continuem custo barato
    preço firme leve fofo tudo normal justo satisfatório satisfatória testei usando interessante
    bastante muito agradável dentro`
  ],
  [0.25, `prazo chegou entregue entregou funciona funcionando funcionou descrito anunciado esperado gosto`],
  [
    -0.25,
    `demora demorou atraso porém mas embora apesar entretanto contudo só somente apenas ainda poderia
    deveria queria gostaria aguardo aguardando esperando espero caro cara regular`
  ],
  [
    -0.5,
    `faltou falta faltando faltaram faltam diferente diferentes outro outra menor pequeno pequena fino
    fina frágil troca trocar trocaram trocado devolver devolução devolvi devolvido problema problemas
    difícil dificuldade infelizmente insatisfação reclamação reclamações reclamar reclamei contato
    resposta retorno solução resolver resolvido solicitei solicito cancelar cancelamento cancelei
    cancelado cancelada cancelaram incompatível desconfortável metade unidade unidades parcial pendente
    justificativa explicação urgente urgência providências posição consigo tentei tentando atrasou
    atrasado atrasada atrasaram demorado demorada demorando demorar amassado amassada risco riscado
    riscada arranhado arranhada arranhões manchado mancha torto torta avaria avarias avariado solto
    solta soltando soltou cobrado paguei estoque consta nunca sem nada ninguém nenhum nenhuma nem não 😕
    😔 😐 😒 🙁 ☹ 😑`
  ],
  [
    -0.75,
    `errado errada errados erradas erro trocaram quebrado quebrada quebrados quebradas quebrou defeito
    defeitos defeituoso danificado danificada incompleto incompleta inferior fraco fraca ruim ruins mal
    extraviado extraviou rasgado rasgada rasgou furado vazando vazou vazio vazia sujo suja usado velho
    velha estragado vencido queimou queimado parou estorno reembolso ressarcimento dinheiro desapontado
    desapontada decepção decepcionado decepcionante chateado chateada triste tristeza frustrado
    insatisfeito insatisfeita arrependido arrependida arrependi arrependimento prejuízo transtorno
    procon justiça desrespeito enganado enganada engano lamentável complicado preocupado preocupada 😞 😟
    😢 😭 👎 😣 😩 😫 💔 ❌`
  ],
  [
    -1,
    `péssimo péssima péssimos horrível terrível pior absurdo vergonha vergonhoso ridículo lixo porcaria
    droga merda descaso golpe fraude enganosa falso falsificado falsificados pirata réplica mentira
    mentiroso ladrão roubo roubada roubado inadmissível indignado indignada indignação revoltado odiei
    detestei incompetência enrolação 😡 😠 🤬 😤 💩 🤮 🤢`
  ]
];

/** Pairs of a cue and a word within the three words after it, whose polarity they have in place of the word's own. */
const phrases: readonly (readonly [polarity: number, pairs: string])[] = [
  [
    1,
    `antes>prazo antes>previsto antes>esperado antes>data antes>combinado antes>estipulado antes>tempo
    melhor>esperava melhor>imaginava mais>rápido super>recomendo muito>bom muito>boa muito>bem
    muito>bonito muito>bonita muito>satisfeita muito>satisfeito muito>rápido muito>rápida muito>feliz
    além>expectativas além>esperado`
  ],
  [
    0.75,
    `dentro>prazo dentro>previsto no>prazo custo>benefício sem>problemas sem>problema sem>defeito
    sem>avarias nada>reclamar tudo>certo tudo>ok tudo>bem tudo>perfeito em>ordem vale>pena valeu>pena
    bem>embalado bem>embalada como>esperado como>descrito com>antecedência`
  ],
  [0.5, `menos>tempo como>anunciado não>arrependo não>problemas nunca>problema`],
  [
    -0.5,
    `apenas>um apenas>uma só>um só>uma faltou>um recebi>apenas recebi>só veio>só chegou>só chegou>apenas
    veio>apenas até>momento até>agora até>hoje ainda>falta não>tudo
    não>conforme`
  ],
  [
    -0.75,
    `fora>prazo fora>data depois>prazo após>prazo passou>prazo não>bom não>boa não>gostei não>recomendo
    não>indico não>compro não>comprarei não>comprem não>satisfeita não>satisfeito não>corresponde
    não>condiz não>serve não>serviu não>funciona não>funcionou não>funcionam não>igual não>confiável
    não>original`
  ],
  [
    -1,
    `não>recebi não>recebido não>recebemos não>receber não>chegou não>chegaram não>entregue
    não>entregaram não>entregou não>veio não>vieram não>consigo não>consegui não>resolveram
    não>respondem não>retornaram não>respeitam sem>resposta sem>retorno sem>solução nunca>mais
    nunca>chegou nunca>recebi nada>chegou quero>dinheiro meu>dinheiro dinheiro>volta propaganda>enganosa
    ainda>não nem>chegou nem>recebi`
  ]
];

/** Words that turn the polarity of what stands within the three words after them. */
export const negators: readonly string[] = [
  "não",
  "nunca",
  "jamais",
  "nem",
  "sem",
  "nenhum",
  "nenhuma",
  "tampouco"
];

const entries = (lists: readonly (readonly [number, string])[]) =>
  lists.flatMap(([polarity, list]) => list.split(/\s+/).map((entry) => ({entry, polarity})));

/** The words with their polarity, as written. */
export const lexicon: readonly {entry: string; polarity: number}[] = entries(words);

/** The pairs "cue>word" with their polarity, as written. */
export const pairs: readonly {entry: string; polarity: number}[] = entries(phrases);

import type {Aspect} from "./aspectNames.js";

/** Words and phrases with how much they praise (above 0, at most 1) or complain, and what they speak of, if it is said. */
export interface EntryGroup {
  weight: number;
  aspect?: Aspect;
  /** Says the same after a negation: "resposta" complains in "nenhuma resposta" too. */
  fixed?: true;
  /** Comma-separated; "*" stands for any ending. Articles and prepositions in a phrase may be left out or added. */
  entries: string;
}

/** What customers write about a purchase, for the most part as they write it. */
export const entryGroups: readonly EntryGroup[] = [
  {
    weight: 1,
    entries: `ador*, amei, amou, amo, ótimo, ótima, ótimos, ótimas, excelen*, excepciona*, espetacul*, sensaciona*, fantástic*, impecáve*, perfeit*, maravilh*, parabéns, lindo, linda, lindos, lindas, lindíssim*, show, top, superou, surpreend*, incríve*, apaixonad*, feliz, nota 10, nota dez, nota 1000, nota mil, recomendo a todos, voltarei a comprar, vale a pena, vale muito a pena, vale cada centavo, valeu a pena, nada a reclamar, não tenho do que reclamar, emoji_amor, emoji_aprovado, emoji_feliz`
  },
  {
    weight: 1,
    aspect: "delivery",
    entries: `antes do prazo, antes da data, antes do previsto, antes do esperado, antes do combinado, antes do tempo, antes do dia, muito antes, bem antes, até antes, dias antes, antecedência, antecipad*, rapidíssim*, rapidez, ágil, agilidade, pontual, pontualidade, mais rápido, muito rápid*, super rápid*`
  },
  {
    weight: 0.75,
    entries: `bom, boa, bons, boas, gostei, gostou, gostando, satisfeit*, satisfatóri*, recomend*, indico, confio, confiáve*, confiança, seguro, segura, bacana, beleza, aprovad*, agradeç*, agradecid*, obrigado, obrigada, grato, grata, sucesso, legal, valeu, correspondeu, atendeu, sem problema*, nenhum problema, tudo bem, tudo ótimo, tudo perfeito, tudo tranquilo, compraria novamente, comprarei mais, sempre compro, continuem assim, dez`
  },
  {
    weight: 0.75,
    aspect: "product",
    entries: `bonit*, confortáve*, macio, resistente*, prátic*, útil, elegante*, delicad*, cheiros*, gostos*, funcional, fofo, sem defeito*, fácil, boa qualidade, qualidade boa, bem feit*, bem acabad*, funciona bem, funciona perfeitamente, funcionando perfeitamente`
  },
  {
    weight: 0.75,
    aspect: "delivery",
    entries: `rápid*, dentro do prazo, dentro do previsto, dentro do esperado, no prazo, cumpriu, cumprem, cumpre, no tempo, tempo recorde, chegou certinh*, em dia`
  },
  {
    weight: 0.75,
    aspect: "wrongItem",
    entries: `conforme, como descrito, como anunciado, como esperado, como combinado, como esperava, exatamente, igual foto, igual anunciado, de acordo, corret*, corretamente, tudo certo, tudo ok, tudo correto, certinh*, direitinh*, tudo como, condiz, do jeito, tudo conforme, em ordem`
  },
  {
    weight: 0.75,
    aspect: "service",
    entries: `atencios*, prestativ*, honest*, séri*, profissional, profissionais, competente*, eficien*, eficaz, eficácia, brinde*, bom atendimento, bem atendid*, responsável, comprometid*, compromisso`
  },
  {
    weight: 0.75,
    aspect: "packaging",
    entries: `bem embalad*, muito bem embalad*, lacrad*, intact*, bem protegid*, bem acondicionad*, perfeito estado, perfeitas condições, bom estado, boas condições, sem avaria*`
  },
  {
    weight: 0.75,
    aspect: "price",
    entries: `barato, barata, baratos, baratas, baratinho, custo benefício, bom preço, preço bom, ótimo preço, preço justo, preço acessível, em conta, melhor preço, economi*, preço ótimo, frete grátis`
  },
  {
    weight: 0.5,
    entries: `ok, bem, tranquil*, certo, certa, super, melhor, normal, razoáve*, comprarei, compraria, agradáv*, interessante*, justo, gosto, atende`
  },
  {
    weight: 0.5,
    aspect: "product",
    entries: `qualidade, firme, leve, funcionando, funcionou`
  },
  {weight: 0.25, aspect: "delivery", entries: `prazo, chegou, entregue, chegaram, previsto`},
  {
    weight: -0.25,
    aspect: "delivery",
    fixed: true,
    entries: `aguardando, aguardo, esperando, ainda, greve, retirar, buscar`
  },
  {
    weight: -0.25,
    fixed: true,
    entries: `porém, mas, só, somente, apenas, deveria, deveriam, queria, gostaria, regular, quero`
  },
  {
    weight: -0.5,
    entries: `infelizmente, difícil, dificuldade*, problema*, reclama*, reclamei, complicad*, preocupad*, desejar, urgente, urgência, até agora, uma pena, que pena, é pena, esperava mais, até hoje, até o momento, nada, emoji_triste, nem`
  },
  {
    weight: -0.5,
    aspect: "delivery",
    entries: `demor*, atras*, depois do prazo, após o prazo, passou do prazo, rastre*, tarde, já passou, consta`
  },
  {
    weight: -0.5,
    aspect: "product",
    entries: `fino, fina, frágil, manchad*, mancha*, risco, riscad*, arranhad*, arranhões, tort*, solto, solta, soltando, soltou, baixa qualidade, desconfort*`
  },
  {
    weight: -0.5,
    aspect: "wrongItem",
    entries: `diferente*, outra cor, outro modelo, outra marca, cor diferente, troca, trocar, trocad*, muito pequeno, metade, parcial, parte do pedido, não serve, não serviu, só um, só uma, só veio, só recebi, só chegou, só entregaram, apenas um, apenas uma, apenas 1, somente um, somente uma, recebi apenas, recebi somente, veio apenas, veio só, chegou só, e o outro, falt*`
  },
  {
    weight: -0.5,
    aspect: "service",
    fixed: true,
    entries: `não consigo, nota fiscal não, sem nota, contato, resposta, retorno, solicit*, devol*, cancel*, resolv*, consegui, tentei, tentando, liguei, e-mail, emails, justificativa, explicação, explicações, providência*, solução, posição, posicionamento, burocra*`
  },
  {
    weight: -0.75,
    aspect: "service",
    fixed: true,
    entries: `estorn*, reembols*, ressarc*, dinheiro, dinheiro de volta, procon`
  },
  {weight: 0, entries: `boa tarde, boa noite, bom dia`},
  {
    weight: -0.5,
    aspect: "packaging",
    entries: `amassad*, avaria*, mal embalad*`
  },
  {
    weight: -0.5,
    aspect: "price",
    entries: `caro, cara, caríssim*, frete caro, frete alto, cobrad*, paguei, pago`
  },
  {
    weight: -0.75,
    entries: `ruim, mal, mau, insatisf*, insatisfeit*, chatead*, trist*, frustr*, arrepend*, prejuízo, transtorno*, desapont*, decep*, enganad*, engano, lamentáve*, deixou a desejar, deixa a desejar, não recomend*, não gostei, não indico, não compr*, não vale, emoji_reprovado, emoji_bravo, dor de cabeça`
  },
  {
    weight: -0.75,
    aspect: "product",
    entries: `quebr*, defeit*, danific*, estrag*, queim*, rasg*, vazando, sujo, suja, usado, fraco, fraca, inferior, péssima qualidade, qualidade ruim, qualidade inferior, má qualidade, não funcion*, parou, não presta, não é original, trincad*, feio`
  },
  {
    weight: -0.75,
    aspect: "wrongItem",
    entries: `errad*, erro, veio errado, veio outro, incomplet*, não corresponde, não condiz, não confere, não é igual, nada a ver, não era o que, mandaram outro, veio faltando, veio sem, veio com outra, não veio, não vieram`
  },
  {
    weight: -0.75,
    aspect: "delivery",
    entries: `fora do prazo, extravi*, não cumpr*, roubad*, perdid*`
  },
  {
    weight: -0.75,
    aspect: "service",
    entries: `justiça, sem resposta, ninguém, não respond*, não resolv*, não retorn*, não atend*, não obtive, falta de respeito, enrola*, desorganiz*`
  },
  {
    weight: -1,
    entries: `péssim*, horríve*, horror, terríve*, pior, absurd*, vergonh*, ridícul*, lixo, porcaria, merda, golpe, fraude, mentir*, ladrão, indign*, revolt*, odiei, detest*, nunca mais, zero`
  },
  {weight: -1, aspect: "service", entries: `descaso, desrespeit*, propaganda enganosa, má fé`},
  {weight: -1, aspect: "product", entries: `fals*, pirata*, réplica, cópia, imitação`},
  {
    weight: -1,
    aspect: "delivery",
    entries: `não receb*, não cheg*, não entreg*, nunca chegou, ainda não receb*, ainda não cheg*, ainda não foi entregue, cadê`
  }
];

/** Words that turn what stands within the three words after them. */
export const negators: ReadonlySet<string> = new Set(
  "nao nunca jamais nem sem nenhum nenhuma tampouco ninguem nada".split(" ")
);

/** Words that make the judgement after them stronger or weaker, by how many times. */
export const degrees: ReadonlyMap<string, number> = new Map([
  ...[
    "muito",
    "muita",
    "muitos",
    "super",
    "bem",
    "extremamente",
    "bastante",
    "totalmente",
    "completamente"
  ].map((word) => [word, 1.4] as const),
  ...["mega", "demais", "tao", "realmente", "simplesmente", "hiper", "mais", "absolutamente"].map(
    (word) => [word, 1.25] as const
  ),
  ...["pouco", "meio", "quase", "razoavelmente", "relativamente", "menos"].map((word) => [word, 0.6] as const)
]);

/** Words that a phrase may leave out or put in between. */
export const glue: ReadonlySet<string> = new Set(
  "o a os as do da dos das de no na nos nas ao e que eu me meu minha meus minhas se por pelo pela com foi".split(
    " "
  )
);

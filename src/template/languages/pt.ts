import type { Language, Terms } from './language.ts';

/** What documents speak about, in Portuguese. */
const terms: Terms = {
  audience: 'público; audiência',
  communication: 'comunicação',
  training: 'treinamento; capacitação; formação',
  maintenance: 'manutenção',
  workaround: 'contorno; solução de contorno',
  trigger: 'gatilho',
  symptom: 'sintoma',
  escalation: 'escalonamento; plantão',
  backup: 'cópia de segurança; backup',
  summary: 'resumo; visão geral; sumário',
  introduction: 'introdução',
  about: 'sobre',
  context: 'contexto; antecedentes',
  problem: 'problema*; desafio*',
  motivation: 'motivação; por quê; por que; propósito',
  rationale: 'justificativa*; justificação; fundamentação',
  goal: 'objetivo*; meta',
  'non-goal': 'fora de escopo; fora do escopo; não objetivos',
  scope: 'escopo; âmbito',
  requirement: 'requisito*',
  prerequisite: 'pré requisito*; prerequisito*',
  decision: 'decisão; decisões',
  option: 'soluções consideradas; possíveis soluções; soluções possíveis; opção; opções; alternativa*',
  proposal: 'proposta*',
  considered: 'considerada*; considerado*; avaliada*; avaliado*',
  solution: 'solução; soluções; abordagem',
  outcome: 'resultado*',
  design: 'projeto; desenho',
  architecture: 'arquitetura',
  implementation: 'implementação',
  plan: 'plano',
  roadmap: 'roteiro',
  consequence: 'consequência*; implicação; implicações',
  impact: 'impacto*',
  positive: 'positiva*; positivo*; vantagem; vantagens; benefício*; prós',
  negative: 'negativa*; negativo*; desvantagem; desvantagens; contras',
  neutral: 'neutra*; neutro*',
  tradeoff: 'compensações',
  risk: 'risco*',
  mitigation: 'mitigação; mitigações',
  security: 'segurança',
  privacy: 'privacidade',
  performance: 'desempenho',
  compatibility: 'compatibilidade',
  test: 'teste',
  validation: 'validação; verificação',
  monitoring: 'monitoramento; monitorização; observabilidade',
  metric: 'métrica*; indicador*',
  deployment: 'implantação; lançamento',
  rollback: 'reversão',
  migration: 'migração',
  phase: 'fase; etapa; marco',
  procedure: 'procedimento*; passo; instruç*; etapa',
  timeline: 'cronograma; linha do tempo',
  date: 'datas',
  reply: 'resposta*',
  request: 'requisição; requisições; pedido*',
  updated: 'atualizado; atualização; última atualização; última modificação; data',
  created: 'criado; criado em; criação; data de criação; data',
  question: 'questão; questões; pergunta*; dúvidas',
  open: 'aberta*; aberto*; em aberto; pendentes',
  future: 'próximos passos; trabalhos futuros',
  'prior-art': 'estado da arte; trabalhos relacionados',
  reference: 'referência*; link; bibliografia; fontes',
  related: 'relacionada*; relacionado*',
  glossary: 'glossário; definições; termos',
  appendix: 'apêndice*; anexo*',
  thanks: 'agradecimento*',
  author: 'autor*',
  owner: 'responsável; responsáveis; proprietário*',
  decider: 'decisores; tomadores de decisão',
  reviewer: 'revisor*',
  next: 'próxim*; seguinte*',
  review: 'revisão',
  status: 'status; estado; situação',
  metadata: 'metadados',
  version: 'versão',
  changelog: 'histórico*; histórico de alterações; alterações',
  stakeholder: 'partes interessadas; interessados',
  assumption: 'premissa*; suposições; pressupostos',
  constraint: 'restrição; restrições; limitação; limitações',
  dependency: 'dependência*',
  installation: 'instalação; configuração',
  usage: 'uso; utilização',
  example: 'exemplo*',
  contributing: 'contribuir; contribuição; contribuições',
  license: 'licença*',
  contact: 'contato*; contacto*',
  feature: 'funcionalidade*; recurso',
  story: 'história*; cenário*; casos de uso',
  interface: 'interface*',
  component: 'componente*',
  model: 'modelo*',
  error: 'erro; falhas',
  cost: 'custo*; orçamento',
  cause: 'causa; causa raiz',
  lesson: 'lições aprendidas; lição; lições; aprendizados',
  action: 'ação; ações; tarefas',
  detection: 'detecção',
  resolution: 'resolução; recuperação',
  diagnosis: 'diagnóstico*',
  meaning: 'significado',
  criteria: 'critério*',
  acceptance: 'aceitação; aceite',
  driver: 'forças; direcionadores',
  compliance: 'conformidade',
  analysis: 'análise*; avaliação',
  strategy: 'estratégia*',
  conclusion: 'conclusão; conclusões; recomendação; recomendações',
  environment: 'ambiente*',
  title: 'título; nome',
  team: 'equipe; equipa',
  user: 'usuário*; utilizador*',
};

/** Portuguese. */
export const pt: Language = {
  tag: 'pt',
  wordEnds: 'both',
  optional: `
    opcional; opcionais; facultativo; facultativa;
    se (aplicável|houver|necessário|necessária|relevante|pertinente|existir|for o caso|conhecido|possível);
    quando (aplicável|houver|necessário); caso (exista|haja|aplicável|necessário); não obrigatório; não obrigatória;
    pode ficar vazio; se desejar; não requerido; recomendado; pode ser omitido; pode ser omitida; se disponível;
    opcionalmente`,
  required: 'obrigatório; obrigatória; requerido; necessário',
  ifAny: `
    se (houver|existir|existirem|aplicável|for o caso|conhecido); caso (exista|existam|haja|aplicável);
    quando (houver|aplicável); se existir (um|uma|algum|alguma); se diferente; se já existir`,
  forLater: 'mais tarde; depois; posteriormente; conterá; será (adicionad[oa]|preenchid[oa]|atribuíd[oa])',
  mayBeLeftOut: `
    (pode|podem|poderá|poderão) (ser (omitido|omitida|omitidos|omitidas|removido|removida|removidos|removidas|excluído|excluída|apagado|apagada|ignorado|ignorada|deixado|deixada|deixados)|ficar (vazio|vazia|em branco));
    (omita|omitir|remova|remover|exclua|excluir|apague|apagar|pule|pular|ignore|ignorar|deixe em branco|deixar em branco|deixe vazio|deixar vazio) … (se|caso|quando|salvo);
    (se|caso) …, (omita|omitir|remova|remover|exclua|excluir|apague|apagar|pule|deixe|deixar) (esta|este|a|o|em|vazio|vazia);
    (é|são) (opcional|opcionais|facultativo|facultativa|facultativos);
    (seção|secção|campo|parte|item) (opcional|facultativo|facultativa);
    (seções|secções|campos|partes|itens) (opcionais|facultativos|facultativas);
    (somente|apenas|só) (se|quando|em caso|caso|necessário se);
    (preencha|preencher|inclua|incluir|use|usar|complete|completar) (esta seção |esta secção )?(somente|apenas|só) (se|para|quando|caso);
    (senão|caso contrário),? (deixe|deixar|remova|remover|omita|omitir|apague);
    você pode (omitir|remover|apagar|deixar|pular);
    (apague|remova|exclua|elimine) (o que|tudo o que|aquilo que) não …;
    não (é )?(necessári[oa]|preciso) (se|para|em|quando); (somente|apenas|só) (para|em|quando|se) …;
    (remova|apague|exclua|omita) (esta|a) (seção|secção|parte) (se|caso|quando);
    não (é|são) (obrigatóri[oa]s?|necessári[oa]s?|requerid[oa]s?);
    (dispensável|desnecessári[oa]) (para|em|se|quando)`,
  several: 'estes; estas; campos; metadados; qualquer; valores',
  titleMarks: `
    (incluir|omitir|preencher|inclua|omita) (se|quando|caso|apenas|somente|para); recomendado`,
  filledLater: `(a |será |ser )?(preencher|preenchido|preenchida|completar|completado|atualizar|adicionar) (após|quando|depois|ao|no final|ao final|assim que|uma vez|mais tarde|posteriormente);
    (preenchid|adicionad|atualizad|completad)[oa]s?( por …)? (após|quando|depois|à medida que|conforme|durante|assim que)`,
  succession: `
    substitui; substituíd[oa] por; revoga; revogad[oa] por; altera; alterad[oa] por; supersede; superad[oa] por`,
  onlyFor: 'apenas [^()]+; somente [^()]+; só [^()]+',
  headingMarks: 'se; quando; para; apenas; somente; exceto; em caso de',
  condition: `
    se; caso; em caso de; somente se; apenas se; apenas para; somente para; quando (houver|necessário|aplicável)`,
  requiredIf: `
    (só |somente |apenas )?(necessári[oa]|requerid[oa]|obrigatóri[oa]|aplicável|relevante) (só |somente |apenas )?(se|quando|para|em|caso);
    aplica-se (só |somente |apenas )?(a|se|quando|em);
    (em|para) (\\p{L}+ )?(mudanças|projetos|bibliotecas|serviços|erros|alterações) (de|com|sem|que|em)`,
  conditionMark: `
    quando; se; salvo se; em caso de; apenas (para|se|em); somente (para|se|em); só (para|se|em)`,
  includeWhen: `
    quando (incluir|usar|preencher|completar); (incluir|inclua|usar|preencher|preencha|completar|complete) (se|quando|para); aplica-se a`,
  subsections: `
    subseções; subsecções; seções; secções; partes`,
  adaptable: `
    (adaptar|adapte|renomear|ajustar|alterar|personalizar)( …)?; ou similar(es)?; nomes? de exemplo`,
  noneOf: `
    não há; nenhum; nenhuma; não existem?; sem; não se aplicam?`,
  notices: `
    se (você )?tiver (alguma )?(perguntas?|dúvidas?|comentários?|sugestões|sugestão|feedback); (comentários|feedback|contribuições) são bem-vind[oa]s; (deixe|envie) (seus?|suas?) (comentários?|perguntas?|feedback); em caso de dúvidas?; sujeit[oa]s? a (alterações|mudanças); (pode|podem) (mudar|ser alterad[oa]s?) (a qualquer momento|sem aviso prévio)`,
  notYours: `
    (deixe|deixar) (este campo )?(em branco|vazio); não (preencher|preencha|editar|edite|alterar|altere)`,
  byOthers: `((esta seção|esta secção) é )?(atribuíd|preenchid|completad)[oa]s? (pelo|pela|pelos|por) …(editor|editores|equipe|equipa|mantenedor|mantenedores|comitê|revisores)`,
  notApplicable: `
    não aplicável; não se aplica; não é aplicável; n/a; não pertinente; não é relevante; não relevante; inaplicável;
    n.a.`,
  none: `
    nenhum; nenhuma; não; nada; não há; sem; não se aplica; nenhum conhecido`,
  seeElsewhere: '(ver|veja|vide) acima; (ver|veja|vide) abaixo',
  pending: `
    a (definir|determinar|completar|confirmar|ser definido|ser definida|decidir|preencher|fazer|especificar|documentar|combinar);
    por (definir|determinar|decidir|completar|confirmar|fazer);
    (será|serão) (definido|definida|definidos|adicionado|adicionada|preenchido|preenchida|completado|detalhado)( depois| mais tarde| posteriormente)?;
    (ainda )?não (definido|definida|decidido|decidida)( ainda)?; falta (definir|escrever|preencher);
    (será|serão) (completad[oa]s?|descrit[oa]s?|detalhad[oa]s?|preenchid[oa]s?|informad[oa]s?|incluíd[oa]s?)( depois| mais tarde| posteriormente| em breve)?;
    a (descrever|detalhar|discutir|escrever|esclarecer|completar); falta (completar|decidir|detalhar);
    a ser (preenchid[oa]|definid[oa]|decidid[oa]|escrit[oa]|detalhad[oa]|confirmad[oa]); (a|por) (preencher|escrever|detalhar)`,
  pendingAlone: `
    (a|por) (designar|atribuir|nomear|agendar|estimar|medir|identificar); a ser (designad|atribuíd|agendad|estimad)[oa];
    em (breve|construção|andamento|elaboração|desenvolvimento|aberto);
    (ainda )?(por|sem) (definir|definição|decidir|escrever); pendente( de …)?`,
  instructs: `
    detalhes (sobre|de|do|da|dos|das); informações (sobre|acerca de); descreva; descrever; explique; explicar; indique; indicar; liste; listar; enumere; enumerar; adicione;
    adicionar; acrescente; inclua; incluir; defina; definir; detalhe; detalhar; resuma; resumir; escreva; escrever;
    mencione; mencionar; justifique; justificar; forneça; fornecer; especifique; especificar; documente; documentar;
    preencha; preencher; substitua; substituir; utilize; escolha; escolher; apresente; identifique; informe; aqui;
    breve; brevemente; descrição; quem; qual; quais; quando; quanto; onde; como; o que; por que; por quê; para que;
    cole; colar; anexe; anexar; estime; estimar; avalie; avaliar; compare; comparar; analise; analisar; responda;
    responder; proponha; propor; uma descrição; em uma ou duas frases; registre; registrar; apresentar;
    (descreve|descrevem|indica|indicam|lista|listam|detalha|detalham|explica|explicam)-se; devem? ser (indicad|descrit|listad|detalhad)[oa]s?; deve-se (indicar|descrever|listar|detalhar)`,
  addresses: `
    você; (seu|sua|seus|suas) (projeto|equipe|equipa|nome|proposta|componente|solução|mudança);
    (esta|nesta) (seção|secção|página); (este|neste) (documento|capítulo|modelo|template);
    deve (descrever|conter|incluir|explicar|indicar); por exemplo; ex.; se (aplicável|houver|necessário);
    modelo de documento; em (uma|duas|poucas|um|uma ou duas)( ou duas)? (frases?|linhas|palavras|parágrafos?)`,
  note: `
    nota; notas; dica; dicas; observação; obs; importante; atenção; instruções; instrução; aviso; ajuda; lembrete`,
  noteLinks: 'sobre; para; acerca de; a; ao; aos',
  guidanceHeads: `
    conteúdo; motivação; forma; propósito; objetivo; por quê; o quê; como; instruções; informações adicionais;
    exemplo; exemplos; descrição`,
  lengths: `
    (\\d+|uma?|duas|dois|três|quatro|cinco)( ?(-|–|—|a|ou) ?(\\d+|duas|dois|três|quatro|cinco))? (páginas?|palavras?|linhas?|parágrafos?|frases?|caracteres|pontos|tópicos)`,
  lengthBounds: `
    máx(imo)?; não mais que; não mais de; ou menos; até; menos de; deve ter; deveria ter`,
  keeps: '(mantenha|manter|limite|limitar) (o|a|este|esta|isto)?; seja breve; seja conciso',
  shortWords: `
    páginas?; palavras?; linhas?; parágrafos?; frases?; minutos?; breve; curto; curta; conciso; concisa; simples`,
  fixedStarts: `
    direitos autorais; as palavras[- ]chave; licenciado sob;
    (este|esta) (documento|trabalho|obra|arquivo|ficheiro|projeto) (está licenciad[oa]|é distribuíd[oa]|é licenciad[oa]|está sob);
    todos os direitos reservados`,
  conventions: `(todos os |todas as |os |as )?(horários|horas|datas|valores|preços|custos)( (estão|são|ficam))?( (expressos|expressas|indicados|indicadas|em|no))* (utc|gmt|brt|brasília|horário de …|horário local|hora local|reais|brl|euros?|eur|usd|dólares|segundos|milissegundos)`,
  fixedText: '(interpretar|interpretadas|interpretados|entendidas) … rfc[ -]?2119',
  usesTemplate: `
    como (usar|utilizar|preencher) (este|o) (modelo|template|gabarito); (uso|utilização) (deste|do) (modelo|template|gabarito); (instruções|notas|guia) (de uso |para uso )?(do|deste|para o|sobre o|sobre este) (modelo|template|gabarito); sobre este (modelo|template|gabarito)`,
  aboutTemplate: `
    (use|usar|utilize|utilizar) (este arquivo|este ficheiro|este documento|esta página) como (modelo|template|exemplo|base|ponto de partida);
    (este|deste|neste) (modelo|template); versão do modelo;
    (copie|copiar|duplique|duplicar) (este modelo|este template|este arquivo|este ficheiro);
    (substitua|substituir|preencha) … (marcadores|colchetes|chaves|placeholders);
    (apague|apagar|remova|remover|exclua|excluir) (est[ea]s?|todos? os|todas as|[oa]s) (instruções|instrução|bloco|comentários?|notas?|texto|dicas?);
    (modelo|template) (para|de) (uma? |o |a )?(especificaç\\p{L}+|documentos?|módulos?|adrs?|rfcs?|runbooks?|decis\\p{L}+|relatórios?|tickets?); (copie|copiar) (ao|para|como|quando)`,
  aboutHeader:
    '(este é|aqui vai) o título; (o|seu) título (deve|deveria|tem que); (os metadados|o cabeçalho); (número|id) será (atribuído|definido)',
  editsTemplate: `
    (repita|repetir|copie|copiar|duplique|duplicar|adicione|adicionar) … (seções|seção|subseção|subseções|blocos?|linhas?|tabelas?|entradas?) … (para cada|por|para todas|conforme|quantas|quantos);
    (por favor,? )?(marque|marcar|selecione|apague|remova|exclua) (as|os|todas|todos|o que|aquelas|aqueles) …(que|aplic|relevant); (repita|repetir) (conforme|se|quando|quantas vezes) (necessário|for|forem)`,
  readerNotes: 'notas?; importante; atenção; aviso; observação',
  enumerates: 'lista; liste; listar; listagem; enumera; enumere; enumerar',
  captions: 'tabela; figura; fig; diagrama; quadro; gráfico',
  forExample: 'p. ?ex; por exemplo; ex',
  exampleWords: 'exemplos?',
  forms: `
    detalhes; informações; listas?; tópicos; tabelas?; diagramas?; resumo; descrição; explicação; parágrafos?; frases?`,
  verbs: 'é; são; era; tem; mostra; contém; descreve; seguinte',
  picksOne: `
    (escolha|escolher|selecione|selecionar|marque|marcar)( só| apenas)? uma?; uma das seguintes`,
  code: 'código; trecho; comandos?; saída; registros?; configuração; console',
  titleFirst: 'título; titulo; nome',
  ways: 'via; rota; caminho; variante',
  stubNames:
    'nome_?(do_?|da_?)?(serviço|servico|classe|componente|método|metodo|função|funcao|módulo|modulo|campo); (campo|parâmetro|parametro|argumento)_?[0-9]+; (meu|minha)_?(serviço|servico|classe|componente|função|funcao)',
  pastes: 'cole; colar; imprime',
  titleQualifiers: 'curto; breve; descritivo; o; um; seu',
  titleLinks: 'de; do; da; para; em; aqui; curto',
  templateWords: `
    gabarito; template; modelo (de |do |da |para )(um |uma |o |a )?(documento|adr|rfc|prd|relatório|post-?mortem|ficha|nota|plano|especificação|proposta|decisão|projeto|issue|pull request|runbook|revisão|ata|tarefa|requisitos)s?`,
  choiceLeads: 'um de; uma de; opções; valores( possíveis)?; pode ser',
  or: 'ou',
  fillIn: `
    descrev\\p{L}*; insir\\p{L}*; inserir; indi(car|que); preench\\p{L}*; expli(que|car); adicion\\p{L}*; seu; sua`,
  given: 'links?; números?; e-?mails?; caminhos?',
  fieldNames: `
    título; nome; número; data; estado; situação; autor; autores; versão; descrição; resumo; texto`,
  placeholderNames: 'título; nome; data; descrição; texto; valor; número; autor; versão; usuário; usuario; apelido',
  examplePeople: 'joão (da )?silva; fulano( de tal)?; joao[._-]?silva',
  exampleHandles: '(seu[-_]?)?usuario; (seu[-_]?)?nome',
  asides: 'opcional; esta seção; este modelo; remov(a|er); apag(ue|ar)',
  abbreviations: 'p.ex; p. ex; ex; etc; aprox; nº; sr; sra',
  pointers: `
    (foi )?(movid[oa]|transferid[oa]) para; substituíd[oa] por; renomead[oa] para`,
  firstStates: `
    rascunho; proposto; proposta; aberto; aberta; novo; nova; em (revisão|discussão|andamento|elaboração|análise);
    pendente; planejado; inicial`,
  otherStates: `
    contínu[oa]; permanente; aceit[oa]; aprovad[oa]; adotad[oa]; implementad[oa]; concluíd[oa]; finalizad[oa]; fechad[oa]; rejeitad[oa];
    recusad[oa]; retirad[oa]; descartad[oa]; obsolet[oa]; substituíd[oa]( …)?; adiad[oa]; ativ[oa]; publicad[oa];
    vigente; em (produção|uso|vigor)`,
  confidential: 'confidencial; uso interno; documento confidencial',
  legends: 'legenda',
  versionLabels: 'versão; versão do documento; revisão',
  stateLabels: 'estado; status; situação; fase',
  nameColumns: 'campo; propriedade; atributo; item; chave; nome; dado',
  valueColumns: 'valor; valores; detalhe; detalhes; conteúdo; informação',
  titleWords: 'título; nome; titulo; assunto; tema',
  openingSections: `
    o que; o quê; por que; por quê; mudanças?; alterações; alteração; propósito; descrição (da mudança|das mudanças|da alteração)`,
  otherSections: '(outras|mais) (seções|secções); (seções|secções) (adicionais|opcionais|complementares)',
  exampleSections: `
    (seção|secção|entrada|especificação) de exemplo; exemplo de (seção|secção|entrada|especificação)`,
  titles: {
    abstract: 'resumo executivo; sumário executivo',
    acceptance: 'critérios de aceitação; critérios de aceite; critérios de sucesso',
    alternatives: 'alternativas; alternativas consideradas; outras alternativas; alternativas descartadas',
    approach: 'abordagem; estratégia; metodologia',
    architecture: 'arquitetura; projeto; desenho; desenho técnico; design; projeto detalhado',
    assumptions: 'premissas; suposições; pressupostos; hipóteses',
    author: 'autor; autora; autores; responsável',
    background: 'histórico do problema; antecedentes; contextualização',
    compatibility: 'compatibilidade; retrocompatibilidade',
    conclusion: 'conclusão; conclusões; considerações finais',
    consequences: 'consequências; resultados; implicações',
    constraints: 'restrições; limitações; limites',
    context: 'contexto; contexto e problema; situação atual; estado atual',
    costs: 'custo; custos; orçamento; esforço',
    date: 'data; data de criação; data de início',
    decision: 'decisão; decisões; resolução; recomendação',
    dependencies: 'dependências; pré-requisitos',
    deployment: 'implantação; lançamento; plano de implantação; publicação',
    drawbacks: 'desvantagens; contras; pontos negativos',
    examples: 'exemplo; exemplos; casos de uso; caso de uso',
    faq: 'perguntas frequentes',
    future: 'trabalhos futuros; próximos passos; futuro; ações',
    glossary: 'glossário; definições; termos; terminologia',
    goals: 'objetivos; objetivo; metas; propósito; finalidade',
    history: 'histórico; histórico de alterações; histórico de mudanças; histórico de revisões; alterações',
    impact: 'impacto; impactos; efeitos',
    implementation: 'implementação; detalhes de implementação; plano de implementação',
    installation: 'instalação; configuração; primeiros passos',
    interfaces: 'interfaces; interface; api',
    introduction: 'introdução; apresentação; prefácio',
    issues: 'problemas; problemas conhecidos',
    lessons: 'lições aprendidas; aprendizados',
    licence: 'licença; direitos autorais; aviso legal; direitos de autor',
    maintenance: 'manutenção; suporte',
    metadata: 'metadados; informações do documento',
    metrics: 'métricas; indicadores; métricas de sucesso',
    migration: 'migração; plano de migração; transição',
    monitoring: 'monitoramento; monitorização; observabilidade; alertas',
    motivation: 'motivação; razões; motivos; direcionadores da decisão',
    negative: 'negativas; negativos; consequências negativas; desvantagens',
    neutral: 'neutras; neutros',
    nonGoals: 'não objetivos; fora do escopo; fora de escopo; fora do âmbito; exclusões',
    notes: 'notas; observações; comentários; informações adicionais',
    operations: 'operação; operações',
    options: 'opções; opções consideradas; propostas',
    overview: 'visão geral; panorama; descrição geral',
    performance: 'desempenho; escalabilidade; performance',
    plan: 'plano; roteiro; tarefas; plano de trabalho',
    positive: 'positivas; positivos; consequências positivas; vantagens; benefícios; prós',
    priorArt: 'trabalhos relacionados; estado da arte; soluções existentes',
    problem: 'problema; declaração do problema; descrição do problema; definição do problema',
    questions: 'perguntas; questões em aberto; perguntas em aberto; dúvidas; questões abertas',
    rationale: 'justificativa; justificação; fundamentação',
    references: 'referências; links; bibliografia; recursos; fontes; ver também; veja também',
    requirements: 'requisitos; requisitos funcionais',
    risks: 'riscos; risco; riscos e mitigações; análise de riscos',
    rollback: 'reversão; plano de reversão; plano de contingência',
    scope: 'escopo; âmbito; abrangência',
    security: 'segurança; considerações de segurança; privacidade; segurança e privacidade',
    solution: 'solução; proposta; solução proposta; mudança proposta',
    specification: 'especificação; especificação técnica; detalhes; descrição detalhada',
    stakeholders: 'partes interessadas; público-alvo; interessados; usuários; utilizadores',
    status: 'estado; status; situação',
    summary: 'resumo; sumário; descrição; síntese',
    team: 'equipe; equipa; contato; contatos; contacto; papéis',
    testing: 'testes; plano de testes; estratégia de testes; validação; verificação',
    timeline: 'cronograma; calendário; marcos; prazos; fases',
    usage: 'uso; utilização; modo de uso',
    userStories: 'histórias de usuário; histórias de utilizador; cenários',
  },
  terms,
  emptyWords: 'a; ao; aos; as; com; da; das; de; do; dos; e; em; na; no; o; os; ou; para; por; um; uma',
};

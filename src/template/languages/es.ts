import type { Language, Terms } from './language.ts';

/** What documents speak about, in Spanish. */
const terms: Terms = {
  summary: 'resumen; visión general; vista general; panorama',
  introduction: 'introducción',
  about: 'acerca de; sobre',
  context: 'contexto; antecedentes',
  problem: 'problema; problemas; desafío; desafíos',
  motivation: 'motivación; por qué; propósito',
  rationale: 'justificación; razonamiento; fundamento*',
  goal: 'objetivo; objetivos; meta; metas',
  'non-goal': 'fuera de alcance; fuera del alcance; no objetivos',
  scope: 'alcance',
  requirement: 'requisito*; requerimiento*',
  prerequisite: 'prerrequisito*; requisitos previos',
  decision: 'decisión; decisiones',
  option:
    'soluciones consideradas; posibles soluciones; soluciones posibles; opción; opciones; alternativa; alternativas',
  proposal: 'propuesta; propuestas',
  considered: 'considerada*; considerado*; evaluada*; evaluado*',
  solution: 'solución; soluciones; enfoque',
  outcome: 'resultado; resultados',
  design: 'diseño',
  architecture: 'arquitectura',
  implementation: 'implementación',
  plan: 'plan',
  roadmap: 'hoja de ruta',
  consequence: 'consecuencia*; implicación; implicaciones; efectos',
  impact: 'impacto; impactos',
  positive: 'positivo*; positiva*; ventaja*; beneficio*; pros',
  negative: 'negativo*; negativa*; desventaja*; inconveniente*; contras',
  neutral: 'neutral; neutrales; neutro*; neutra*',
  tradeoff: 'compensaciones; compromisos',
  risk: 'riesgo*',
  mitigation: 'mitigación; mitigaciones',
  security: 'seguridad',
  privacy: 'privacidad',
  performance: 'rendimiento; desempeño',
  compatibility: 'compatibilidad',
  test: 'prueba; pruebas',
  validation: 'validación; verificación',
  monitoring: 'monitoreo; monitorización; observabilidad',
  metric: 'métrica; métricas; indicador*',
  deployment: 'despliegue; lanzamiento',
  rollback: 'reversión; rollback',
  migration: 'migración',
  phase: 'fase; fases; etapa; etapas; hito; hitos',
  timeline: 'cronograma; cronología; calendario; línea de tiempo',
  date: 'fecha; fechas',
  question: 'pregunta*; cuestiones; dudas',
  open: 'abierta*; abierto*; pendientes; sin resolver',
  future: 'próximos pasos; trabajo futuro; siguientes pasos',
  'prior-art': 'estado del arte; trabajo previo; trabajos relacionados',
  reference: 'referencia*; enlace*; bibliografía; fuentes',
  related: 'relacionada*; relacionado*',
  glossary: 'glosario; definiciones; términos',
  appendix: 'apéndice*; anexo*',
  thanks: 'agradecimiento*',
  author: 'autor*',
  owner: 'responsable*; propietario*',
  decider: 'decisores; decisor; quienes deciden',
  reviewer: 'revisor*',
  review: 'revisión',
  status: 'estado',
  metadata: 'metadatos; metadata',
  version: 'versión',
  changelog: 'historial; historial de cambios; cambios',
  stakeholder: 'interesados; partes interesadas',
  assumption: 'supuesto*; suposicion*',
  constraint: 'restriccion*; restricción; limitacion*; limitación',
  dependency: 'dependencia*',
  installation: 'instalación; configuración',
  usage: 'uso',
  example: 'ejemplo*',
  contributing: 'contribuir; contribuciones',
  license: 'licencia*',
  contact: 'contacto*',
  feature: 'característica*; funcionalidad*',
  story: 'historia*; escenario*; casos de uso; caso de uso',
  interface: 'interfaz; interfaces',
  component: 'componente*',
  model: 'modelo*',
  error: 'error; errores; fallos',
  cost: 'costo*; coste*; presupuesto',
  cause: 'causa; causas; causa raíz',
  lesson: 'lección; lecciones; lecciones aprendidas; aprendizajes',
  action: 'acción; acciones; tareas',
  detection: 'detección',
  resolution: 'resolución; recuperación',
  diagnosis: 'diagnóstico*',
  meaning: 'significado',
  criteria: 'criterio*',
  acceptance: 'aceptación',
  driver: 'fuerzas; impulsores; factores',
  compliance: 'cumplimiento',
  analysis: 'análisis; evaluación',
  strategy: 'estrategia*',
  conclusion: 'conclusión; conclusiones; recomendación; recomendaciones',
  environment: 'entorno*',
  title: 'título; nombre',
  team: 'equipo',
  user: 'usuario*',
};

/** Spanish. */
export const es: Language = {
  tag: 'es',
  wordEnds: 'both',
  optional: `
    opcional; opcionales;
    si (aplica|procede|corresponde|es necesario|hace falta|se conoce|existe|hay|las hay|los hay|es relevante|fuera necesario);
    cuando (aplique|proceda|corresponda); de ser necesario; en su caso; no obligatorio; no requerido;
    puede quedar vacío`,
  required: 'obligatorio; obligatoria; requerido; requerida; necesario',
  ifAny: `
    si (aplica|procede|corresponde|existe|existen|hay|lo hay|la hay|los hay|las hay|se conoce); en su caso;
    cuando (aplique|proceda|corresponda)`,
  mayBeLeftOut: `
    (se puede|se pueden|puede|pueden|podrá|podría) (omitir|eliminar|borrar|quitar|suprimir|saltar|dejar en blanco|dejar vacío|dejar vacía|dejarse en blanco|dejarse vacío|dejarse vacía|omitirse|eliminarse|borrarse|quitarse|suprimirse|quedar vacío|quedar vacía|quedar en blanco|ser omitido|ser omitida);
    (omite|omita|omitir|elimina|elimine|eliminar|borra|borre|borrar|quita|quite|quitar|suprime|suprimir|salta|sáltate|saltar|deja en blanco|dejar en blanco|dejar vacío) … (si|cuando|salvo que);
    si …, (omite|omita|omitir|elimina|elimine|eliminar|borra|borre|borrar|quita|quite|quitar|deja|deje|dejar) (esta|este|la|el|en|vacío|vacía);
    (esta|la) (sección|parte) (es|resulta) opcional; (es|son) opcional(es)?; (sección|apartado|campo|parte) opcional;
    (secciones|apartados|campos) opcionales;
    (solo|sólo|únicamente) (es necesario |es necesaria |necesario |necesaria |requerido |rellenar |completar |incluir |usar |aplica )?(si|cuando|en caso);
    (rellenar|completar|incluir|usar|utilizar) (esta sección )?(solo|sólo|únicamente) (si|para|cuando);
    de lo contrario,? (dejar|deja|deje|eliminar|elimina|omitir|omite|borrar|borra);
    no (es )?(necesario|obligatorio|necesaria|obligatoria) (si|para|cuando)`,
  condition: 'si; en caso de; solo si; sólo si; solo para; sólo para',
  notYours: `
    (dejar|deja|deje|dejad) (este campo |esto )?(en blanco|vacío|vacía);
    (no (rellenar|completar|editar|modificar|tocar));
    (asignado|rellenado|completado) por (el|la|los|las|un) … (editor|editora|equipo|mantenedor|comité)`,
  notApplicable: 'no aplica; no procede; no corresponde; no es aplicable; no aplicable; n/a',
  none: 'ninguno; ninguna; no; nada; no hay; no aplica',
  pending: `
    por (definir|determinar|decidir|completar|confirmar|concretar|hacer|escribir|especificar|documentar);
    pendiente de (definir|completar|confirmar|decidir|definición|redactar);
    a (definir|determinar|completar|confirmar);
    (se|aún|todavía) (definirá|completará|añadirá|determinará|no (definido|definida|decidido|decidida))( más adelante| después)?`,
  pendingAlone: `
    en (construcción|progreso|curso|desarrollo|elaboración); próximamente; pendiente;
    (sin|no) (definir|decidir|determinar)( aún| todavía)?`,
  instructs: `
    describa; describir; describe; explica; explique; explicar; indica; indique; indicar; enumera; enumere; enumerar;
    lista; liste; listar; añade; añada; añadir; agrega; agregue; agregar; incluye; incluya; incluir; define; defina;
    definir; detalla; detalle; detallar; resume; resuma; resumir; escribe; escriba; escribir; menciona; mencione;
    mencionar; justifica; justifique; proporciona; proporcione; especifica; especifique; especificar; documenta;
    documente; completa; complete; completar; sustituye; reemplaza; reemplace; utiliza; usa; elige; elija; muestra;
    identifica; identifique; aquí; breve; brevemente; descripción; qué; quién; quiénes; cómo; cuándo; cuánto; cuánta;
    dónde; cuál; cuáles; por qué; para qué`,
  addresses: `
    (tu|tus|su|sus) (proyecto|equipo|nombre|propuesta|componente|solución|cambio);
    (esta|esta misma) (sección|plantilla|página); este (documento|apartado);
    debe (describir|incluir|contener|explicar|indicar); por ejemplo; p. ?ej.; ej.; si (aplica|procede|corresponde);
    plantilla; marcador de posición`,
  note: `
    nota; notas; consejo; consejos; sugerencia; aviso; importante; atención; instrucciones; instrucción; ayuda;
    recuerda`,
  guidanceHeads: `
    contenido; contenidos; motivación; forma; propósito; por qué; qué; cómo; instrucciones; información adicional;
    ejemplo; ejemplos; descripción`,
  firstStates: `
    borrador; propuesto; propuesta; abierto; abierta; nuevo; nueva;
    en (revisión|discusión|progreso|curso|borrador|elaboración); pendiente; planificado; inicial`,
  stateLabels: 'estado; estatus; situación; fase',
  nameColumns: 'campo; propiedad; atributo; elemento; clave; nombre; dato',
  valueColumns: 'valor; valores; detalle; detalles; contenido; información',
  titleWords: 'título; nombre; titulo; asunto; tema',
  openingSections: `
    qué; por qué; cambios?; propósito; descripción (del cambio|de los cambios)`,
  otherSections: '(otras|más) secciones; secciones (adicionales|opcionales); otros apartados',
  exampleSections: '(sección|entrada|especificación) de ejemplo; ejemplo de (sección|entrada|especificación)',
  titles: {
    abstract: 'resumen ejecutivo; extracto',
    acceptance: 'criterios de aceptación; criterios de éxito',
    alternatives: 'alternativas; alternativas consideradas; otras alternativas; alternativas descartadas',
    approach: 'enfoque; estrategia; planteamiento; metodología',
    architecture: 'arquitectura; diseño; diseño técnico; diseño detallado; arquitectura del sistema',
    assumptions: 'supuestos; suposiciones; hipótesis; premisas',
    author: 'autor; autora; autores; responsable',
    background: 'antecedentes; trasfondo',
    compatibility: 'compatibilidad; retrocompatibilidad; compatibilidad hacia atrás',
    conclusion: 'conclusión; conclusiones',
    consequences: 'consecuencias; resultados; implicaciones',
    constraints: 'restricciones; limitaciones; límites',
    context: 'contexto; contexto y problema; situación actual; estado actual',
    costs: 'costo; costos; coste; costes; presupuesto; esfuerzo',
    date: 'fecha; fecha de creación; fecha de inicio',
    decision: 'decisión; decisiones; resolución; recomendación',
    dependencies: 'dependencias; requisitos previos',
    deployment: 'despliegue; lanzamiento; puesta en marcha; plan de despliegue',
    drawbacks: 'desventajas; inconvenientes; contras',
    examples: 'ejemplo; ejemplos; casos de uso; caso de uso',
    faq: 'preguntas frecuentes',
    future: 'trabajo futuro; próximos pasos; siguientes pasos; futuro; acciones',
    glossary: 'glosario; definiciones; términos; terminología',
    goals: 'objetivos; objetivo; metas; propósito; finalidad',
    history: 'historial; historial de cambios; historia; cambios; historial de revisiones',
    impact: 'impacto; efectos; alcance del impacto',
    implementation: 'implementación; detalles de implementación; plan de implementación',
    installation: 'instalación; configuración; primeros pasos',
    interfaces: 'interfaces; interfaz; api',
    introduction: 'introducción; presentación; prefacio',
    issues: 'problemas; problemas conocidos; incidencias',
    lessons: 'lecciones aprendidas; aprendizajes',
    licence: 'licencia; derechos de autor; aviso legal',
    maintenance: 'mantenimiento; soporte',
    metadata: 'metadatos; información del documento',
    metrics: 'métricas; indicadores; métricas de éxito',
    migration: 'migración; plan de migración; transición',
    monitoring: 'monitoreo; monitorización; observabilidad; alertas; monitoreo y validación',
    motivation: 'motivación; motivos; razones; fuerzas impulsoras',
    negative: 'negativas; negativos; consecuencias negativas; desventajas',
    neutral: 'neutrales; neutras',
    nonGoals: 'no objetivos; fuera de alcance; fuera del alcance; exclusiones',
    notes: 'notas; observaciones; comentarios; información adicional',
    operations: 'operación; operaciones; aspectos operativos',
    options: 'opciones; opciones consideradas; propuestas',
    overview: 'visión general; vista general; panorama; descripción general',
    performance: 'rendimiento; escalabilidad; desempeño',
    plan: 'plan; hoja de ruta; tareas; plan de trabajo',
    positive: 'positivas; positivos; consecuencias positivas; ventajas; beneficios; pros',
    priorArt: 'trabajo previo; trabajo relacionado; estado del arte',
    problem: 'problema; planteamiento del problema; descripción del problema; definición del problema',
    questions: 'preguntas; preguntas abiertas; cuestiones abiertas; dudas; preguntas sin resolver',
    rationale: 'justificación; razonamiento; fundamento',
    references: 'referencias; enlaces; bibliografía; recursos; fuentes; ver también',
    requirements: 'requisitos; requerimientos; requisitos funcionales',
    risks: 'riesgos; riesgo; riesgos y mitigaciones; análisis de riesgos',
    rollback: 'reversión; plan de reversión; plan de contingencia; marcha atrás',
    scope: 'alcance; ámbito; dentro del alcance',
    security: 'seguridad; consideraciones de seguridad; privacidad; seguridad y privacidad',
    solution: 'solución; propuesta; solución propuesta; cambio propuesto',
    specification: 'especificación; especificación técnica; detalles; descripción detallada',
    stakeholders: 'interesados; partes interesadas; audiencia; público objetivo; usuarios',
    status: 'estado; estado actual',
    summary: 'resumen; sumario; descripción; síntesis',
    team: 'equipo; contacto; contactos; roles; participantes',
    testing: 'pruebas; plan de pruebas; estrategia de pruebas; validación; verificación',
    timeline: 'cronograma; calendario; hitos; fases; plazos',
    usage: 'uso; modo de uso; utilización',
    userStories: 'historias de usuario; escenarios',
  },
  terms,
  emptyWords: 'a; al; con; de; del; el; en; es; la; las; los; o; para; por; su; sus; un; una; y',
};

import type { Language, Terms } from './language.ts';

/** What documents speak about, in Spanish. */
const terms: Terms = {
  audience: 'audiencia; público',
  communication: 'comunicación',
  training: 'formación; capacitación',
  maintenance: 'mantenimiento',
  workaround: 'solución temporal; solución provisional',
  trigger: 'desencadenante',
  symptom: 'síntoma',
  escalation: 'escalado; escalamiento; guardia',
  backup: 'copia de seguridad; respaldo',
  summary: 'resumen; visión general; vista general; panorama',
  introduction: 'introducción',
  about: 'acerca de; sobre',
  context: 'contexto; antecedentes',
  problem: 'problema; desafío',
  motivation: 'motivación; por qué; propósito',
  rationale: 'justificación; razonamiento; fundamento*',
  goal: 'objetivo; meta',
  'non-goal': 'fuera de alcance; fuera del alcance; no objetivos',
  scope: 'alcance',
  requirement: 'requisito*; requerimiento*',
  prerequisite: 'prerrequisito*; requisitos previos',
  decision: 'decisión; decisiones',
  option: 'soluciones consideradas; posibles soluciones; soluciones posibles; opción; opciones; alternativa',
  proposal: 'propuesta',
  considered: 'considerada*; considerado*; evaluada*; evaluado*',
  solution: 'solución; soluciones; enfoque',
  outcome: 'resultado',
  design: 'diseño',
  architecture: 'arquitectura',
  implementation: 'implementación',
  plan: 'plan',
  roadmap: 'hoja de ruta',
  consequence: 'consecuencia*; implicación; implicaciones; efectos',
  impact: 'impacto',
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
  test: 'prueba',
  validation: 'validación; verificación',
  monitoring: 'monitoreo; monitorización; observabilidad',
  metric: 'métrica; indicador*',
  deployment: 'despliegue; lanzamiento',
  rollback: 'reversión; rollback',
  migration: 'migración',
  phase: 'fase; etapa; hito',
  procedure: 'procedimiento*; paso; instruccion*; instrucción',
  timeline: 'cronograma; cronología; calendario; línea de tiempo',
  date: 'fecha',
  reply: 'respuesta*',
  request: 'petición; peticiones; solicitud*',
  updated: 'actualizado; actualización; última actualización; última modificación; fecha',
  created: 'creado; creación; fecha de creación; fecha',
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
  next: 'próxim*; siguiente*',
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
  story: 'historia*; escenario*; casos de uso',
  interface: 'interfaz; interfaces',
  component: 'componente*',
  model: 'modelo*',
  error: 'error; errores; fallos',
  cost: 'costo*; coste*; presupuesto',
  cause: 'causa; causa raíz',
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
    puede quedar vacío; no es obligatorio; si se desea; recomendado; si lo hay; puede omitirse; opcionalmente`,
  required: 'obligatorio; obligatoria; requerido; requerida; necesario',
  ifAny: `
    si (aplica|procede|corresponde|existe|existen|hay|lo hay|la hay|los hay|las hay|se conoce); en su caso;
    cuando (aplique|proceda|corresponda); si existe (uno|una|alguno|alguna); si es distinto`,
  forLater: 'más tarde; más adelante; después; contendrá; se (añadirá|completará|asignará)',
  mayBeLeftOut: `
    (se puede|se pueden|puede|pueden|podrá|podría) (omitir|eliminar|borrar|quitar|suprimir|saltar|dejar en blanco|dejar vacío|dejar vacía|dejarse en blanco|dejarse vacío|dejarse vacía|omitirse|eliminarse|borrarse|quitarse|suprimirse|quedar vacío|quedar vacía|quedar en blanco|ser omitido|ser omitida);
    (omite|omita|omitir|elimina|elimine|eliminar|borra|borre|borrar|quita|quite|quitar|suprime|suprimir|salta|sáltate|saltar|deja en blanco|dejar en blanco|dejar vacío) … (si|cuando|salvo que);
    si …, (omite|omita|omitir|elimina|elimine|eliminar|borra|borre|borrar|quita|quite|quitar|deja|deje|dejar) (esta|este|la|el|en|vacío|vacía);
    (esta|la) (sección|parte) (es|resulta) opcional; (es|son) opcional(es)?;
    (sección|apartado|campo|parte) opcional; (secciones|apartados|campos) opcionales;
    (solo|sólo|únicamente) (es necesario |es necesaria |necesario |necesaria |requerido |rellenar |completar |incluir |usar |aplica )?(si|cuando|en caso);
    (rellenar|completar|incluir|usar|utilizar) (esta sección )?(solo|sólo|únicamente) (si|para|cuando);
    de lo contrario,? (dejar|deja|deje|eliminar|elimina|omitir|omite|borrar|borra);
    no (es )?(necesario|obligatorio|necesaria|obligatoria) (si|para|cuando);
    (borre|borra|elimine|elimina|quite|quita) (lo que|todo lo que|aquello que) no …;
    no (es )?(necesari[oa]|hace falta) (si|para|en|cuando); (sólo|solo|únicamente) (para|en|cuando|si) …;
    (elimínela|elimínelo|bórrela|bórrelo|omítala|omítalo) (si|cuando);
    (eliminar|borrar|omitir|quitar) (la|esta) (sección|parte) (si|cuando|en caso);
    no (es|son) (obligatori[oa]s?|necesari[oa]s?|requerid[oa]s?|imprescindibles?);
    (déjelo|déjala|déjela|déjalo|déjese) (vacío|vacía|en blanco) (si|cuando); (prescindible|innecesari[oa]) (en|para|si|cuando)`,
  several: 'estos; estas; campos; metadatos; cualquiera; valores',
  titleMarks: `
    (incluir|omitir|completar|rellenar|inclúyase) (si|cuando|en|solo|sólo|para); recomendado`,
  filledLater: `(a |se )?(completar|completa|completará|rellenar|rellena|llenar|cumplimentar|añadir|actualizar) (cuando|al|una vez|después|tras|más tarde|luego|posteriormente);
    (completad|añadid|agregad|actualizad|rellenad)[oa]s?( por …)? (cuando|al|una vez|después|tras|a medida que|conforme|durante)`,
  succession: `
    sustituye( a)?; sustituid[oa] por; reemplaza( a)?; reemplazad[oa] por; supersede a; deroga( a)?; derogad[oa] por; modifica( a)?; modificad[oa] por`,
  onlyFor: 's[oó]lo [^()]+; solamente [^()]+; únicamente [^()]+',
  headingMarks: 'si; cuando; para; solo; sólo; salvo; en caso de',
  condition: `
    si; solo si; sólo si; solo para; sólo para; de ser necesario; en su caso; cuando (proceda|aplique|sea necesario);
    en caso`,
  requiredIf: `
    (solo |sólo )?(necesari[oa]|requerid[oa]|obligatori[oa]|relevante|aplicable) (solo |sólo )?(si|cuando|para|en);
    (solo |sólo )?aplica (solo |sólo )?(a|si|cuando|para);
    (en|para) (\\p{L}+ )?(cambios|proyectos|bibliotecas|servicios|errores|funciones) (de|con|sin|que|en)`,
  conditionMark: `
    cuando; si; salvo que; en caso de; solo para; sólo para; solo en; para (cambios|proyectos) grandes`,
  includeWhen: `
    cuándo (incluir|usar|completar|rellenar)(la|lo)?; cuando (incluir|usar|completar|rellenar)(la|lo)?; (incluir|incluya|incluye|usar|completar|complete|rellenar|rellene) (si|cuando|para); aplica a; se aplica a`,
  subsections: `
    subsecciones; secciones; apartados; subapartados; partes`,
  adaptable: `
    (adaptar|adapta|adapte|renombrar|ajustar|cambiar|personalizar)( …)?; o similar(es)?; nombres? de ejemplo`,
  noneOf: `
    no hay; no existen?; ningún; ninguna; ninguno; sin; no se (requieren?|necesitan?|introducen?)`,
  notices: `
    si tienes? (alguna )?(preguntas?|comentarios?|dudas?|sugerencias?); (los )?(comentarios|aportes) son bienvenidos; (deja|deje|envía|envíe) (tus|sus) (comentarios|preguntas); para (preguntas|dudas|comentarios); sujet[oa]s? a (cambios|modificaciones); (puede|pueden) (cambiar|ser modificad[oa]s?) (en cualquier momento|sin previo aviso)`,
  notYours: `
    (dejar|deja|deje|dejad) (este campo |esto )?(en blanco|vacío|vacía);
    (no (rellenar|completar|editar|modificar|tocar))`,
  byOthers: `(esta sección )?(la |lo |los |las |se )?(asignad|rellenad|completad)[oa]s? por (el|la|los|las|un) …(editor|editora|editores|equipo|mantenedor|mantenedores|comité|revisor|revisores); (la|lo) (rellena|completa|asigna)n? (el|la|los|las) …(editor|editora|editores|equipo|mantenedor|mantenedores|comité|revisor|revisores)`,
  notApplicable: `
    no aplica; no procede; no corresponde; no es aplicable; no aplicable; n/a; no es pertinente; no pertinente;
    no relevante; no es relevante; no se aplica`,
  none: `
    ninguno; ninguna; no; nada; no hay; no aplica; ninguno conocido; sin datos`,
  seeElsewhere: '(ver|véase) (más )?(arriba|abajo|anteriormente)',
  pending: `
    por (definir|determinar|decidir|completar|confirmar|concretar|hacer|escribir|especificar|documentar);
    pendiente de (definir|completar|confirmar|decidir|definición|redactar);
    a (definir|determinar|completar|confirmar);
    (se|aún|todavía) (definirá|completará|añadirá|determinará|no (definido|definida|decidido|decidida))( más adelante| después)?;
    (se|lo) (completará|definirá|añadirá|agregará|detallará|rellenará)( más adelante| después| luego)?;
    falta (por )?(definir|completar|escribir|decidir); queda pendiente`,
  pendingAlone: `
    (por|a) (asignar|designar|nombrar|programar|estimar|medir|identificar); sin (asignar|designar);
    en (construcción|progreso|curso|desarrollo|elaboración); próximamente;
    (sin|no) (definir|decidir|determinar)( aún| todavía)?; aún (no|sin) (definir|definido|decidido|hay|decidir);
    pendiente( de …)?`,
  instructs: `
    detalles (sobre|de|del); información (sobre|acerca de); describa; describir; describe; explica; explique; explicar; indica; indique; indicar; enumera; enumere;
    enumerar; lista; liste; listar; añade; añada; añadir; agrega; agregue; agregar; incluye; incluya; incluir;
    define; defina; definir; detalla; detalle; detallar; resume; resuma; resumir; escribe; escriba; escribir;
    menciona; mencione; mencionar; justifica; justifique; proporciona; proporcione; especifica; especifique;
    especificar; documenta; documente; completa; complete; completar; sustituye; reemplaza; reemplace; utiliza; usa;
    elige; elija; muestra; identifica; identifique; aquí; breve; brevemente; descripción; qué; quién; quiénes; cómo;
    cuándo; cuánto; cuánta; dónde; cuál; cuáles; por qué; para qué; pega; pegue; pegar; adjunta; adjunte; adjuntar;
    estima; estime; estimar; evalúa; evalúe; evaluar; compara; compare; analiza; analice; analizar; presenta;
    presente; una descripción; en una o dos frases; identificar; establecer; establezca; registrar; registre;
    proponer; proponga; responder; responda;
    se (describen?|indican?|detallan?|enumeran?|listan?|explican?|deben? (indicar|describir|enumerar|detallar)); deben? (indicarse|describirse|enumerarse|detallarse)`,
  addresses: `
    (tu|tus|su|sus) (proyecto|equipo|nombre|propuesta|componente|solución|cambio);
    (esta|esta misma) (sección|plantilla|página); este (documento|apartado);
    debe (describir|incluir|contener|explicar|indicar); por ejemplo; ej.; si (aplica|procede|corresponde); plantilla;
    marcador de posición; en (una|dos|pocas|un|una o dos|unas)( o dos)? (frases?|líneas|palabras|párrafos?)`,
  note: `
    nota; notas; consejo; consejos; sugerencia; aviso; importante; atención; instrucciones; instrucción; ayuda;
    recuerda`,
  noteLinks: 'sobre; para; acerca de; a',
  guidanceHeads: `
    contenido; contenidos; motivación; forma; propósito; por qué; qué; cómo; instrucciones; información adicional;
    ejemplo; ejemplos; descripción`,
  lengths: `
    (\\d+|una?|dos|tres|cuatro|cinco)( ?(-|–|—|a|o) ?(\\d+|dos|tres|cuatro|cinco))? (páginas?|palabras?|líneas?|párrafos?|frases?|oraciones|oración|caracteres|puntos)`,
  lengthBounds: `
    máx(imo)?; a lo sumo; no más de; o menos; hasta; menos de; debe tener; debería tener; debe ser`,
  keeps: `
    (mantén|mantenga|mantener|limita|limite|limitar) (lo|la|este|esta|el|la|esto)?; sé breve; sea breve`,
  shortWords: `
    páginas?; palabras?; líneas?; párrafos?; frases?; minutos?; breve; corto; corta; conciso; concisa; simple`,
  fixedStarts: `
    derechos de autor; las palabras clave; licenciado bajo; publicado bajo;
    (este|esta) (documento|trabajo|obra|archivo|proyecto) (está licenciad[oa]|se distribuye|se publica|está bajo);
    todos los derechos reservados`,
  conventions: `(todas las |todos los |las |los )?(horas|fechas|marcas de tiempo|importes|precios|costes|costos|valores)( (están|son|van|se dan|se indican))?( (expresados|expresadas|indicados|indicadas|en))* (utc|gmt|cet|cest|art|hora local|hora peninsular|hora de …|euros?|eur|usd|dólares|segundos|milisegundos)`,
  fixedText: '(interpretar|interpretarse|leer|entender) … rfc[ -]?2119',
  usesTemplate: `
    (cómo|como) (usar|utilizar|rellenar|completar) (esta|la) plantilla; uso de (esta|la) plantilla; (instrucciones|notas|guía) (de|para|sobre) (el uso de |uso de )?(esta|la) plantilla; (acerca de|sobre) esta plantilla`,
  aboutTemplate: `
    (use|usa|usar|utilice|utiliza|utilizar) (este archivo|este fichero|este documento|esta página) como (plantilla|modelo|ejemplo|base|punto de partida);
    (esta|esta misma) plantilla; versión de la plantilla;
    (copia|copie|copiar|duplica|duplique) (esta plantilla|este archivo);
    (reemplaza|reemplace|sustituye|sustituya|reemplazar|sustituir) … (marcadores|corchetes|paréntesis|plantilla);
    (borra|borre|elimina|elimine|eliminar|quita|quite) (est[aeo]s?|todos? l[oa]s|l[oa]s) (instrucciones|instrucción|bloque|comentarios?|notas?|texto|ayuda);
    plantilla (para|de) (un |una |el |la |los |las )?(especificaci\\p{L}+|documentos?|módulos?|adrs?|rfcs?|runbooks?|decision\\p{L}*|informes?|planes|plan|tickets?); (copia|copie|copiar|cópiala|cópialo) (al|para|como|cuando|en)`,
  aboutHeader:
    '(este es|aquí va) el título; (el|su|tu) título (debe|debería|tiene que); (los metadatos|la cabecera|el encabezado); (número|id) (será|se) (asignado|asigna|asignará)',
  editsTemplate: `
    (por favor )?(repite|repita|repetir|copia|copie|copiar|duplica|duplique|añade|añada|agrega|agregue) … (secciones|sección|subsección|subsecciones|bloques?|filas?|tablas?|entradas?) … (por cada|para cada|para todas|según|tantas|tantos|cuantas|cuantos);
    (por favor,? )?(marca|marque|marcar|selecciona|seleccione|elimina|elimine|borra|borre) (las|los|todas|todos|lo que|aquellas|aquellos) …(que|correspond|aplic); (repita|repetir|repite) (según|cuando|si|tantas veces como|las veces que) (sea|se|haga)`,
  readerNotes: 'notas?; importante; aviso; atención',
  enumerates: 'lista; liste; listar; listado; enumera; enumere; enumerar',
  captions: 'tabla; figura; fig; diagrama; cuadro; gráfico',
  forExample: 'p. ?ej; por ejemplo',
  exampleWords: 'ejemplos?',
  forms: `
    detalles; información; listas?; listado; viñetas; tablas?; diagramas?; resumen; descripción; explicación; párrafos?; frases?`,
  verbs: 'es; son; era; tiene; muestra; contiene; describe; siguiente',
  picksOne: `
    (elija|elige|elegir|seleccione|selecciona|seleccionar|marque|marca|marcar|escoja|escoge)( solo| sólo)? (una?|uno);
    una de las siguientes`,
  code: 'código; fragmento; comandos?; salida; registros?; configuración; consola',
  titleFirst: 'título; titulo; nombre',
  ways: 'vía; ruta; camino; variante',
  stubNames:
    'nombre_?(del?_?|de_?la_?)?(servicio|clase|componente|método|metodo|función|funcion|módulo|modulo|interfaz|campo); (campo|parámetro|parametro|argumento)_?[0-9]+; mi_?(servicio|clase|componente|función|funcion)',
  pastes: 'pega; pegue; pegar; imprime',
  titleQualifiers: 'corto; breve; descriptivo; el; un; su; tu',
  titleLinks: 'de; del; para; en; aquí; corto; breve',
  templateWords: `
    plantilla; modelo (de |del |para )(un |una |el |la )?(documento|adr|rfc|prd|informe|post-?mortem|ficha|nota|plan|especificación|propuesta|decisión|proyecto|issue|pull request|runbook|revisión|acta|tarea|requisitos)s?`,
  choiceLeads: 'uno de; una de; opciones; valores( posibles)?; puede ser',
  or: 'o; u',
  fillIn: `
    describ\\p{L}*; insert\\p{L}*; indi(car|que|ca); complet\\p{L}*; rellen\\p{L}*; explic\\p{L}*; explique; añad\\p{L}*; su; tu`,
  given: 'enlaces?; números?; correos?; rutas?',
  fieldNames: `
    título; nombre; número; fecha; estado; autor; autores; versión; descripción; resumen; texto; enlace; correo`,
  placeholderNames: 'título; nombre; fecha; descripción; texto; valor; número; autor; versión; usuario; apodo; alias',
  examplePeople: 'juan pérez; juan perez; fulano( de tal)?; juan[._-]?perez',
  exampleHandles: '(tu[-_]?)?usuario; (tu[-_]?)?nombre',
  asides: 'opcional; esta (sección|plantilla); eliminar?; borrar?; plantilla',
  abbreviations: 'p.ej; p. ej; ej; etc; aprox; núm; sr; sra; ud',
  pointers: `
    (se ha )?(movido|trasladado|mudado) a; (sustituid[oa]|reemplazad[oa]) por; renombrad[oa] (a|como)`,
  firstStates: `
    borrador; propuesto; propuesta; abierto; abierta; nuevo; nueva;
    en (revisión|discusión|progreso|curso|borrador|elaboración); pendiente; planificado; inicial`,
  otherStates: `
    continu[oa]; permanente; aceptad[oa]; aprobad[oa]; adoptad[oa]; implementad[oa]; implementación …; completad[oa]; terminad[oa];
    finalizad[oa]; cerrad[oa]; rechazad[oa]; retirad[oa]; descartad[oa]; obsolet[oa]; reemplazad[oa]( …)?;
    sustituid[oa]( …)?; pospuest[oa]; vigente; activ[oa]; publicad[oa]; en (producción|uso|implementación)`,
  confidential: 'confidencial; (solo )?uso interno; documento confidencial',
  legends: 'leyenda',
  versionLabels: 'versión; versión del documento; revisión',
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

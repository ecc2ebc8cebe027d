import type { Language, Terms } from './language.ts';

/** What documents speak about, in German. */
const terms: Terms = {
  audience: 'zielgruppe; leserschaft',
  communication: 'kommunikation',
  training: 'schulung; schulungen',
  maintenance: 'wartung; pflege; instandhaltung',
  workaround: 'umgehung; umgehungslösung; workaround; notlösung',
  trigger: 'auslöser',
  symptom: 'symptom; symptome; anzeichen',
  escalation: 'eskalation; bereitschaft',
  backup: 'datensicherung; sicherung; backup; sicherungskopie',
  summary: 'zusammenfassung; überblick; übersicht; kurzfassung; kurzbeschreibung; auf einen blick',
  introduction: 'einleitung; einführung; vorwort',
  about: 'über',
  context: 'kontext; hintergrund; ausgangslage; umfeld',
  problem: 'problem*; herausforderung*',
  issue: 'offene punkte',
  motivation: 'motivation; warum; zweck; beweggrund; beweggründe',
  rationale: 'begründung*; grund; gründe',
  goal: 'ziel; ziele; zielsetzung; zielsetzungen',
  'non-goal': 'nichtziel*; nicht ziel*; abgrenzung; außerhalb des umfangs',
  scope: 'umfang; geltungsbereich',
  requirement: 'anforderung*',
  prerequisite: 'voraussetzung*; vorbedingung*',
  decision: 'entscheidung; entscheidungen; entschluss; beschluss',
  option:
    'lösungsvarianten; mögliche lösungen; lösungsmöglichkeiten; lösungsalternativen; option; optionen; alternative; alternativen; möglichkeit; möglichkeiten; variante; varianten',
  proposal: 'vorschlag; vorschläge',
  considered: 'betrachtete*; erwogene*; geprüfte*; untersuchte*',
  solution: 'lösung; lösungen; lösungsansatz; ansatz',
  outcome: 'ergebnis*',
  design: 'entwurf; design',
  architecture: 'architektur*',
  implementation: 'umsetzung; implementierung',
  plan: 'plan',
  roadmap: 'fahrplan; roadmap',
  consequence: 'folge; folgen; konsequenz*; auswirkung*',
  impact: 'auswirkung*',
  positive: 'positiv*; vorteil*; nutzen; dafür',
  negative: 'negativ*; nachteil*; dagegen',
  neutral: 'neutral*',
  tradeoff: 'abwägung*; kompromiss*',
  risk: 'risiko; risiken; gefahr*',
  mitigation: 'gegenmaßnahme*; risikominderung',
  security: 'sicherheit*',
  privacy: 'datenschutz*',
  performance: 'leistung; performanz',
  compatibility: 'kompatibilität',
  test: 'test; testen',
  validation: 'prüfung; validierung; überprüfung',
  monitoring: 'überwachung; beobachtung; monitoring',
  metric: 'kennzahl*; messgröße*; metrik*',
  deployment: 'auslieferung; bereitstellung; inbetriebnahme; einführung',
  rollback: 'rückabwicklung; zurückrollen',
  migration: 'migration; umstellung',
  phase: 'phase; phasen; schritt; schritte; meilenstein*; etappe*',
  procedure: 'vorgehen; vorgehensweise; ablauf; schritt; schritte; durchführung; anleitung*; verfahren',
  timeline: 'zeitplan; zeitachse; ablauf; zeitlicher ablauf; verlauf',
  date: 'datum; termin',
  reply: 'antwort*',
  request: 'anfrage*',
  updated: 'aktualisiert; zuletzt aktualisiert; zuletzt geändert; letzte änderung; stand; datum',
  created: 'erstellt; erstellt am; angelegt; datum',
  question: 'frage; fragen; punkte',
  open: 'offene; offen; ungeklärte*',
  future: 'ausblick; nächste schritte; weiteres vorgehen',
  'prior-art': 'stand der technik; verwandte arbeiten',
  reference: 'verweis*; quelle*; literatur*; referenz*; links; weiterführendes',
  related: 'verwandte*; zugehörige*',
  glossary: 'glossar; begriff*; definitionen',
  appendix: 'anhang; anhänge; anlage; anlagen',
  thanks: 'danksagung*; dank',
  author: 'autor*; verfasser*',
  owner: 'verantwortlich*; zuständig*; eigentümer*',
  decider: 'entscheider*',
  reviewer: 'prüfer*; gutachter*',
  next: 'nächst*; kommend*',
  review: 'überprüfung; begutachtung',
  status: 'status; stand; zustand',
  metadata: 'metadaten; dokumentinformation*',
  version: 'version; versionsstand; versionsnummer',
  changelog: 'änderungen; änderungshistorie; änderungsverlauf; historie; versionshistorie',
  stakeholder: 'beteiligte*; stakeholder; interessengruppe*',
  assumption: 'annahme*',
  constraint: 'randbedingung*; einschränkung*; beschränkung*',
  dependency: 'abhängigkeit*',
  installation: 'installation; einrichtung',
  usage: 'verwendung; benutzung; nutzung; gebrauch',
  example: 'beispiel*',
  contributing: 'mitwirken; beitragen',
  license: 'lizenz*',
  contact: 'kontakt*; ansprechpartner*',
  feature: 'funktion; funktionen; merkmal*',
  story: 'anwendungsfall; anwendungsfälle; szenario; szenarien',
  interface: 'schnittstelle*',
  component: 'komponente*; baustein*',
  model: 'modell*',
  error: 'fehler*',
  cost: 'kosten; aufwand; budget',
  cause: 'ursache*',
  lesson: 'erkenntnis*; gelernt*; lehren',
  action: 'maßnahme*; aufgaben',
  detection: 'erkennung; entdeckung',
  resolution: 'behebung; lösung; wiederherstellung; störungsbehebung; fehlerbehebung; problembehebung; entstörung',
  diagnosis: 'diagnose; fehlersuche; störungssuche; fehlerdiagnose',
  meaning: 'bedeutung',
  criteria: 'kriterium; kriterien',
  acceptance: 'abnahme; akzeptanz',
  driver: 'treiber; entscheidungstreiber',
  analysis: 'analyse*; bewertung*',
  strategy: 'strategie*',
  conclusion: 'fazit; schluss; schlussfolgerung*; empfehlung*',
  environment: 'umgebung*',
  title: 'titel; name',
  team: 'team',
  user: 'benutzer*; nutzer*',
};

/** German. */
export const de: Language = {
  tag: 'de',
  wordEnds: 'both',
  optional: `
    optional; fakultativ; freiwillig; wahlweise;
    (falls|wenn|soweit|sofern|wo) (zutreffend|anwendbar|nötig|notwendig|erforderlich|vorhanden|relevant|gewünscht|möglich|sinnvoll|bekannt|benötigt);
    bei bedarf; ggf.?; gegebenenfalls; kann entfallen; kann leer bleiben; nicht erforderlich; keine pflichtangabe;
    nach belieben; kann weggelassen werden; keine pflicht; freiwillige angabe; empfohlen; kein pflichtfeld`,
  required: 'pflicht; pflichtfeld; pflichtangabe; erforderlich; verpflichtend; obligatorisch; zwingend',
  ifAny: `
    (falls|wenn|soweit|sofern|wo) (zutreffend|anwendbar|nötig|notwendig|vorhanden|relevant|bekannt);
    falls es (welche|eine|einen|eines|sie) gibt; sonst (leer|keine|nichts); falls es (einen|eine|eins|ihn|sie) gibt;
    falls abweichend …; wenn es (einen|eine|eins|welche) gibt; sofern es (einen|eine|welche) gibt`,
  forLater: 'später; wird (noch )?(ergänzt|eingetragen|nachgetragen|enthalten|vergeben)',
  mayBeLeftOut: `
    (kann|können|darf|dürfen) … (entfallen|weggelassen werden|ausgelassen werden|gelöscht werden|entfernt werden|übersprungen werden|leer bleiben|leer gelassen werden|gestrichen werden);
    (kann|können|darf|dürfen) (entfallen|wegfallen|leer bleiben);
    (bitte )?(löschen|entfernen|weglassen|auslassen|streichen|überspringen|leer lassen|leerlassen),? (falls|wenn|sofern);
    (diesen|dieser|diese|den|die) (abschnitt|kapitel|teil|punkt|unterabschnitte|abschnitte) (bitte )?(löschen|entfernen|weglassen|auslassen|streichen|überspringen|leer lassen),? (falls|wenn|sofern);
    (lösche|entferne|streiche|überspringe|lass|löschen sie|entfernen sie|streichen sie|überspringen sie|lassen sie) … (falls|wenn|sofern);
    (falls|wenn|sofern) …, (löschen|entfernen|weglassen|auslassen|streichen|überspringen|leer lassen|leerlassen|entfällt);
    (falls|wenn|sofern) …, (kann|können|darf|dürfen) (dieser|diese|dieses|der|die|das) (abschnitt|abschnitte|kapitel|teil|punkt|feld) (entfallen|wegfallen|gelöscht|entfernt|leer|weggelassen);
    (sonst|andernfalls|ansonsten) (leer lassen|leerlassen|löschen|entfernen|weglassen|streichen|entfällt);
    (ist|sind) (optional|freiwillig|fakultativ); optionaler? (abschnitt|angabe|feld|kapitel|teil);
    (optionale|freiwillige) (abschnitte|angaben|felder|angabe);
    nur … (ausfüllen|angeben|nötig|erforderlich|notwendig|relevant|verwenden|einfügen),? (falls|wenn|sofern|für|bei);
    nur (falls|wenn|sofern) … (ausfüllen|angeben|nötig|erforderlich|notwendig|relevant|zutreffend);
    (lösche|löschen sie|löscht|entferne|entfernen sie|streiche|streichen sie) (alles|was|nicht) … (nicht|unnötige?s?|überflüssige?s?);
    nicht (nötig|erforderlich|notwendig|relevant) (bei|für|wenn|falls);
    (nichtzutreffendes|nicht zutreffendes|nicht benötigtes|überflüssiges) (bitte )?(löschen|streichen|entfernen|weglassen);
    (dieser|der) (abschnitt|teil|punkt) (kann|darf) (entfallen|wegfallen|gestrichen werden|gelöscht werden|weggelassen werden|leer bleiben);
    entfällt,? (wenn|falls|bei); nur (bei|für) …;
    (sonst|andernfalls|ansonsten) …(löschen|entfernen|weglassen|streichen);
    (ist|sind) (nicht (erforderlich|verpflichtend|zwingend|notwendig|nötig|pflicht)|keine pflicht|freiwillig);
    bei bedarf …; nicht zwingend (erforderlich|nötig|notwendig|auszufüllen);
    (bei|für) … (weglassen|auslassen|löschen|streichen|entfernen|überspringen|leer lassen|entbehrlich|entfällt|nicht (nötig|erforderlich|notwendig));
    entbehrlich (bei|für|wenn)`,
  several: 'diese; felder; angaben; metadaten; alle; werte',
  titleMarks: `
    (weglassen|aufnehmen|ausfüllen|angeben|entfällt|einfügen),? (falls|wenn|bei|sofern|nur); empfohlen`,
  filledLater: `
    (wird |werden )?(erst )?(nach|bei|zum|am|später|nachträglich|im nachgang|sobald|wenn) … (ausfüllen|auszufüllen|ausgefüllt|ergänzen|ergänzt|nachtragen|nachgetragen|eintragen|eingetragen|befüllen|befüllt);
    (ausfüllen|nachtragen|ergänzen|eintragen|befüllen),? (nach|nachdem|sobald|am ende|später|zum schluss);
    (wird |werden )?(durch|von|vom) … (ergänzt|ausgefüllt|hinzugefügt|eingetragen|gepflegt),? (sobald|wenn|nachdem|während)`,
  succession: `
    ersetzt; ersetzt durch; löst ab; abgelöst durch; abgelöst von; vorgänger; nachfolger; hebt auf; aufgehoben durch; ändert; geändert durch`,
  onlyFor: 'nur [^()]+',
  headingMarks: 'falls; wenn; sofern; soweit; außer; für; nur; bei',
  condition: `
    falls; wenn; sofern; nur falls; nur wenn; nur bei; nur für; bei bedarf; gegebenenfalls; ggf.; soweit; im falle;
    bei gelegenheit`,
  requiredIf: `
    (nur )?(nötig|erforderlich|notwendig|relevant|auszufüllen|wichtig|pflicht) (nur )?(bei|für|wenn|falls|sofern);
    gilt (nur )?(für|bei|wenn|falls);
    bei (\\p{L}+ )?(änderungen|fehlern|neuerungen|projekten|bibliotheken|diensten|vorfällen);
    für (\\p{L}+ )?(projekte|änderungen|bibliotheken|dienste|funktionen|komponenten) (mit|ohne|über|ab|die|in)`,
  conditionMark: `
    wenn; falls; sofern; außer; nur bei; nur für; bei bedarf; im fall; für größere; bei größeren`,
  includeWhen: `
    wann (ausfüllen|aufnehmen|verwenden|nötig|notwendig|erforderlich); (ausfüllen|aufnehmen|verwenden|nötig|notwendig|erforderlich),? (wenn|falls|bei|für); gilt für`,
  subsections: `
    unterabschnitte; unterabschnitten; unterkapitel; abschnitte; abschnitten; teile; überschriften`,
  adaptable: `
    (namen )?(anpassen|umbenennen|ändern)( …)?; … (anpassen|umbenennen|anzupassen); (oder|und) ähnlich(e|es)?; beispielnamen?`,
  noneOf: `
    kein; keine; keinen; keinerlei; es gibt keine?n?; ohne; nicht`,
  notices: `
    (bei|für) (fragen|anmerkungen|feedback|rückmeldungen); (feedback|rückmeldungen|anmerkungen|kommentare) (bitte|sind willkommen|gern|gerne); wer (feedback|fragen|anmerkungen) hat; wenn (du|sie|ihr) (fragen|anmerkungen|feedback) (hast|haben|habt); änderungen vorbehalten; (kann|können) (sich )?(jederzeit|noch|ohne (vorherige )?ankündigung) (ändern|geändert werden)`,
  notYours: `
    (bitte )?(leer lassen|leerlassen|freilassen|frei lassen|nicht ausfüllen|nicht ändern|nicht bearbeiten)`,
  byOthers: `(dieser abschnitt |diese tabelle )?(wird|werden) (vom|von der|von den|durch das|durch die|durch den) … (vergeben|ausgefüllt|gesetzt|ergänzt|eingetragen)`,
  notApplicable: `
    nicht zutreffend; trifft nicht zu; nicht anwendbar; nicht relevant; entfällt; n. ?z.; k. ?a.; nicht erforderlich;
    nicht vorgesehen; nicht benötigt; trifft hier nicht zu; nicht betroffen; keine relevanz`,
  none: `
    keine; keiner; keines; kein; nichts; nein; entfällt; keine bekannt; nicht vorhanden`,
  seeElsewhere: '(siehe|s.) (oben|unten|dort)',
  pending: `
    noch (offen|unklar|festzulegen|zu klären|zu ergänzen|nicht (entschieden|festgelegt|bekannt|geklärt|definiert));
    zu (klären|ergänzen|definieren|bestimmen);
    (wird|werden) (noch|später) (ergänzt|festgelegt|geklärt|nachgereicht|definiert|ausgefüllt|beschrieben);
    muss noch (ergänzt|geklärt|festgelegt|definiert|geschrieben) werden;
    (wird|werden) (noch |später )?(nachgetragen|nachgeliefert|abgestimmt|bestimmt|eingetragen|formuliert|erarbeitet|geprüft);
    (muss|müssen) noch (abgestimmt|beschrieben|entschieden|geprüft|ausgefüllt|bestimmt) werden;
    noch (ausstehend|in klärung|abzustimmen|auszufüllen|zu beschreiben|zu entscheiden|nicht bekannt|nicht fertig|nichts);
    wird geklärt;
    t. ?b. ?d.; muss noch …(beschrieben|geschrieben|geklärt|ergänzt) werden`,
  pendingAlone: `
    (noch )?zu (benennen|bestimmen|planen|schätzen|messen|ermitteln|terminieren); (wird|werden) (noch )?(benannt|geschätzt|ermittelt|terminiert);
    (noch )?offen; folgt; in arbeit; in bearbeitung; ausstehend; n. ?n.; (folgt|kommt) (noch|später|bald|in kürze)`,
  instructs: `
    (nähere |weitere )?(einzelheiten|details|angaben|informationen) (zu|zum|zur|über); beschreibe; beschreiben;
    beschreibt; erkläre; erklären; erläutere; erläutern; nenne; nennen; liste; auflisten; gib; geben; trage; eintragen;
    füge; einfügen; ergänze; ergänzen; ersetze; ersetzen; skizziere; skizzieren; definiere; definieren; begründe;
    begründen; dokumentiere; dokumentieren; fasse; zusammenfassen; stelle; stell; führe; aufführen; benenne; benennen;
    bitte; verweise; verlinke; verwende; verwenden; zeige; schreibe; schreiben; wähle; wählen; lösche; löschen;
    entferne; entfernen; hier; welche; welcher; welches; warum; wieso; wozu; wofür; wie; was; wer; wann; womit; woran;
    inwiefern; kurze; kurzer; kurzes; kurzbeschreibung; beschreibung; stichpunktartig; beurteile; bewerten; bewerte;
    schätze; schätzen; hänge; anhängen; vergleiche; vergleichen; kurz; knapp; in ein oder zwei sätzen; stichworte;
    zu (nennen|beschreiben|erläutern|klären) (ist|sind); (anzugeben|aufzuführen|aufzulisten|darzustellen) (ist|sind);
    an dieser stelle; auflistung; aufzählung; worum es geht; (der|die) leser(in|innen)? (soll|sollen|muss|müssen)`,
  addresses: `
    sie (sollten|müssen|können|bitte);
    (bitte|hier) (beschreiben|angeben|eintragen|ausfüllen|ergänzen|einfügen|erläutern|auflisten|nennen);
    (beschreiben|erläutern|nennen|erklären|geben|führen|listen|fügen|ergänzen|begründen|skizzieren) sie;
    (dein|deine|deinen|deiner|ihre|ihr|ihren|ihrer) (projekt|team|name|namen|komponente|vorschlag|idee|lösung|text);
    (dieser|diesem|diesen) (abschnitt|kapitel|dokument|absatz);
    (soll|sollte|sollen|sollten) (hier |kurz )?(beschrieben|enthalten|erläutert|aufgeführt|genannt); z. ?b.;
    zum beispiel; beispielsweise; vorlage; platzhalter;
    (ist|sind) …(anzugeben|zu nennen|zu beschreiben|aufzuführen|aufzulisten|darzustellen|zu erläutern|einzutragen);
    in (einem|zwei|ein bis zwei|wenigen|maximal [0-9]) (kurzen )?(satz|sätzen|absatz|absätzen|worten|zeilen)`,
  note: `
    hinweis; hinweise; tipp; tipps; anmerkung; achtung; wichtig; anleitung; ausfüllhinweis; hilfe; anweisung`,
  noteLinks: 'zu; zum; zur; für; an; bezüglich; über',
  noteLast: '[\\p{L}-]*hinweise?; anmerkung',
  guidanceHeads: `
    inhalt; motivation; form; zweck; warum; was; wie; hinweis; hinweise; weiterführende informationen;
    hintergrundinformation; hintergrund; beispiel; beispiele; erläuterung; beschreibung; anleitung`,
  lengths: `
    (\\d+|ein|eine|einem|einer|zwei|drei|vier|fünf)( ?(-|–|—|bis|oder) ?(\\d+|zwei|drei|vier|fünf))? (kurze |knappe )?(seiten?|wörtern?|wörter|worte|zeilen?|absätzen?|absätze|absatz|sätzen?|sätze|satz|zeichen|stichpunkten?|stichpunkte)`,
  lengthBounds: `
    max(imal)?; höchstens; nicht mehr als; oder weniger; bis zu; weniger als; unter; innerhalb; nicht länger als;
    sollte; sollten; muss; müssen`,
  keeps: `
    (bitte )?(halte|halten sie|haltet|fasse|fassen sie) (es|dies|dich|sich|diesen|diese|den|das|die)`,
  shortWords: 'seiten?; wörter; zeilen?; absätze; sätze; minuten?; kurz; knapp; einfach',
  fixedStarts: `
    urheberrecht; die schlüsselwörter; lizenziert unter;
    (dieses|diese|dieser) (dokument|werk|datei|projekt) (steht unter|ist lizenziert|wird unter|unterliegt);
    alle rechte vorbehalten`,
  conventions: `alle (zeiten|uhrzeiten|zeitangaben|zeitpunkte|zeitstempel|beträge|preise|kosten|größen|werte)( (sind|stehen|gelten))?( (angegeben|jeweils|in|nach|als))* (utc|gmt|mez|mesz|ortszeit|lokalzeit|lokaler zeit|mitteleuropäischer zeit|euro|eur|chf|sekunden|millisekunden|iso 8601)`,
  fixedText: `
    (zu verstehen|zu lesen|zu interpretieren) … rfc[ -]?2119;
    rfc[ -]?2119 … (zu verstehen|zu lesen|zu interpretieren|beschrieben)`,
  usesTemplate: `
    (verwendung|nutzung|benutzung|anwendung|gebrauch) (dieser|der) vorlage; (wie man )?(diese|die) vorlage (verwende[nt]|nutz(en|t)|benutz(en|t)|ausfüll(en|t)|verwendet wird); (hinweise?|anleitung|anmerkungen) (zu|zur|für) (dieser |der |diese |die )?vorlage; über diese vorlage`,
  aboutTemplate: `
    (verwende|verwenden sie|nutze|nutzen sie|benutze|benutzen sie) diese[s]? (datei|dokument|seite) als (vorlage|muster|beispiel|ausgangspunkt|grundlage);
    (diese|dieser|diesen) (vorlage|template); dies ist (die|eine) vorlage; vorlagenversion; version der vorlage;
    (kopiere|kopieren sie|kopiert|dupliziere) (diese|die) (vorlage|datei|seite);
    (ersetze|ersetzen sie|ersetzt|fülle|füllen sie) … (platzhalter|klammern);
    (lösche|löschen sie|löscht|entferne|entfernen sie|entfernt) (diesen?|dieses|alle|die) (hinweise?|kommentare?|anleitung|anweisung|anweisungen|block|tipps?|texte?|hilfetexte?);
    (vorlage|template) (für|zum|zur) (ein|eine|einen|neue|neuen|die|das|den)? ?(spezifikation\\p{L}*|spec|adrs?|rfcs?|dokument\\p{L}*|modul\\p{L}*|runbooks?|entscheidung\\p{L}*|bericht\\p{L}*|ticket\\p{L}*); (kopiere|kopieren sie|kopiert) (sie|es|das|beim|für|nach)`,
  aboutHeader:
    '(dies|das) ist der titel; (der|dein|ihr) titel (soll|sollte|muss|darf); (kopfzeilen|kopfdaten|metadaten|kopffelder); (nummer|id) wird (vergeben|zugewiesen)',
  editsTemplate: `
    (bitte )?(wiederhole|wiederholen sie|kopiere|kopieren sie|dupliziere|ergänze|ergänzen sie|wiederholen) … (abschnitte?|unterabschnitte?|blöcke|block|zeilen?|tabellen?|einträge|eintrag|überschriften?) … (für (jede[nrs]?|alle)|je|pro|nach bedarf|bei bedarf|so oft);
    (bitte )?(nicht ?zutreffendes|zutreffendes|alles zutreffende|unzutreffendes) … (ankreuzen|löschen|streichen|entfernen|markieren|auswählen);
    (bitte )?(kreuze|kreuzen sie|markiere|markieren sie) … an; (bei bedarf|nach bedarf|falls nötig|wenn nötig|beliebig oft) wiederholen; wiederhol(en|e|t)( sie)?( dies)?,? (bei bedarf|nach bedarf|falls nötig|wenn nötig|so oft wie nötig|beliebig oft)`,
  readerNotes: 'hinweise?; achtung; wichtig; anmerkung',
  enumerates: 'liste; listen; listet; auflisten; zähle; zählen; aufzählen; aufzulisten; auflistung; aufzählung',
  captions: 'tabelle; abbildung; abb; bild; diagramm; listing',
  forExample: 'z. ?b; zum beispiel; beispielsweise; bspw',
  exampleWords: 'beispiele?',
  forms: `
    einzelheiten; details; angaben; listen?; aufzählung; stichpunkte; tabellen?; diagramme?; übersicht; zusammenfassung; beschreibung; erläuterung;
    absatz; absätze; satz; sätze`,
  verbs: `
    ist; sind; war; hat; haben; zeigt; zeigen; enthält; enthalten; beschreibt; folgende; unten; oben`,
  picksOne: `
    (wähle|wählen|wählt|kreuze|markiere|markieren)( sie)?( genau| nur)? eine?[nrs]?;
    eine?[nrs]? (auswählen|ankreuzen|wählen|markieren); nichtzutreffendes (streichen|löschen); eine der folgenden`,
  code: 'code; codeausschnitt; befehle?; ausgaben?; protokolle?; konfiguration; skript; konsole',
  titleLast: '\\p{L}*(titel|name|bezeichnung); überschrift; unbenannt',
  titleFirst: 'titel; kurztitel; name; bezeichnung',
  ways: 'weg; pfad; variante',
  stubNames:
    '(dienst|klassen|methoden|funktions|komponenten|modul|feld|typ)_?name; name_?(des|der)_?(dienstes|klasse|methode|funktion|komponente|moduls|feldes); feld[0-9]+; meine?_?(klasse|dienst|komponente|funktion|methode)',
  pastes: 'einfügen; füge … ein; ausgibt',
  titleQualifiers: `
    kurzer; kurze; kurzes; aussagekräftiger; prägnanter; dein; ihr; der; die; ein; eine; voller; vollständiger`,
  titleLinks: 'des; der; für; in; als; von; dieser; dieses; hier',
  templateWords: 'vorlage; mustervorlage; muster',
  choiceLeads: `
    eines von; einer von; eine von; entweder; mögliche (werte|optionen); optionen; werte; auswahl`,
  or: 'oder',
  fillIn: `
    beschreib\\p{L}*; einfügen; eintragen; angeben; ergänzen; ersetzen; ausfüllen; nennen; auflisten; erläutern; dein\\p{L}*; ihr; ihre`,
  given: 'links?; nummern?; e-?mails?; pfade?; adressen?',
  fieldNames: `
    titel; name; nummer; datum; stand; autor; autorin; version; beschreibung; zusammenfassung; text; verantwortlich`,
  placeholderNames:
    'titel; name; datum; beschreibung; text; wert; nummer; autor; version; schlüssel; feld; benutzer; benutzername; nutzer; nutzername; kürzel',
  examplePeople: 'max mustermann; erika mustermann; (max|erika|m)[._-]?mustermann; mustermann',
  requestEnds: '\\p{L}*(schreiben|geben|nennen|listen|fügen|klären|legen|führen|stellen|fassen|tragen|füllen)',
  exampleHandles: '(nutzer|benutzer)[-_]?name; (dein|ihr)[-_]?name; kürzel',
  asides: `
    optional; nicht erforderlich; diese[rs]? (abschnitt|vorlage|datei); löschen; entfernen; vorlage; platzhalter`,
  abbreviations: 'z.b; z. b; d.h; bzw; usw; ca; ggf; inkl; evtl; vgl; nr; u.a; s.o; n',
  pointers: `
    (ist |wurde )?(umgezogen|verschoben|verlegt) …; (abgelöst|ersetzt) durch; umbenannt in; liegt jetzt (in|unter)`,
  firstStates: `
    entwurf; vorgeschlagen; vorschlag; offen; neu; in (arbeit|bearbeitung|prüfung|diskussion|planung|entwicklung);
    geplant; angelegt; eingereicht; nicht begonnen`,
  otherStates: `
    laufend; fortlaufend; dauerhaft; angenommen; akzeptiert; beschlossen; freigegeben; genehmigt; umgesetzt; implementiert; erledigt; abgeschlossen;
    fertig; final; gültig; abgelehnt; verworfen; zurückgezogen; abgelöst( …)?; ersetzt( …)?; veraltet; überholt;
    zurückgestellt; aktiv; veröffentlicht; in (kraft|umsetzung|betrieb|produktion)`,
  confidential:
    '(streng )?vertraulich; nur für den (internen|dienst)gebrauch; nur für den internen gebrauch; verschlusssache',
  legends: 'legende; zeichenerklärung',
  versionLabels:
    'version; versionsnummer; versionsstand; (dokument|dokumenten)version; version des dokuments; revision',
  stateLabels: 'status; stand; zustand',
  nameColumns: 'feld; eigenschaft; attribut; merkmal; schlüssel; name; angabe; bezeichnung; element',
  valueColumns: 'wert; werte; inhalt; angabe; angaben; details; information; eintrag',
  titleWords: 'titel; name; überschrift; bezeichnung; betreff; thema',
  openingSections: `
    was; warum; änderung; änderungen; zweck; (kurze )?beschreibung der änderung(en)?`,
  otherSections: `
    weitere (abschnitte|kapitel|themen|punkte);
    (sonstige|andere|zusätzliche|optionale) (abschnitte|kapitel|themen|punkte)`,
  exampleSections: `
    beispiel … (abschnitt|eintrag|spezifikation); beispielabschnitt; beispieleintrag; ausgefülltes beispiel`,
  titles: {
    abstract: 'kurzfassung; abstrakt',
    acceptance: 'akzeptanzkriterien; abnahmekriterien; erfolgskriterien; abnahme',
    alternatives: `
      alternativen; betrachtete alternativen; verworfene alternativen; alternative lösungen; alternative ansätze`,
    approach: 'ansatz; vorgehen; lösungsansatz; strategie; vorgehensweise',
    architecture: 'architektur; entwurf; systementwurf; design; technischer entwurf; systemarchitektur',
    assumptions: 'annahmen; voraussetzungen',
    author: 'autor; autoren; autorin; verfasser; verantwortlich',
    background: 'hintergrund; hintergründe',
    compatibility: 'kompatibilität; rückwärtskompatibilität; abwärtskompatibilität',
    conclusion: 'fazit; schluss; schlussfolgerung; schlussbemerkung',
    consequences: 'konsequenzen; folgen; ergebnis; ergebnisse; auswirkungen',
    constraints: 'randbedingungen; einschränkungen; rahmenbedingungen; grenzen',
    context: 'kontext; ausgangslage; ausgangssituation; kontext und problemstellung; ist-zustand',
    costs: 'kosten; aufwand; budget; aufwandsschätzung',
    date: 'datum; erstellt am',
    decision: 'entscheidung; beschluss; entscheidungen; empfehlung',
    dependencies: 'abhängigkeiten',
    deployment: 'auslieferung; einführung; rollout; bereitstellung; inbetriebnahme',
    drawbacks: 'nachteile; schwächen',
    examples: 'beispiel; beispiele; anwendungsfälle; anwendungsfall',
    faq: 'häufige fragen; fragen und antworten',
    future: 'ausblick; nächste schritte; zukunft; weiteres vorgehen; offene aufgaben; maßnahmen',
    glossary: 'glossar; begriffe; definitionen; begriffsbestimmungen; abkürzungen',
    goals: 'ziele; ziel; zielsetzung; zweck; projektziele',
    history: 'historie; änderungshistorie; versionshistorie; änderungen; verlauf; änderungsverlauf',
    impact: 'auswirkung; auswirkungen; betroffene bereiche',
    implementation: 'umsetzung; implementierung; realisierung; technische umsetzung',
    installation: 'installation; einrichtung; erste schritte',
    interfaces: 'schnittstellen; schnittstelle; programmierschnittstelle',
    introduction: 'einleitung; einführung; vorwort',
    issues: 'probleme; bekannte probleme; offene probleme',
    lessons: 'erkenntnisse; gelerntes; lehren',
    licence: 'lizenz; urheberrecht; rechtliches; impressum; nutzungsrechte',
    maintenance: 'wartung; pflege; betreuung',
    metadata: 'metadaten; dokumentinformationen; angaben zum dokument',
    metrics: 'kennzahlen; metriken; messgrößen',
    migration: 'migration; umstellung; migrationsplan; umstieg',
    monitoring: 'überwachung; beobachtbarkeit; alarmierung',
    motivation: 'motivation; beweggründe; anlass; gründe; treiber; entscheidungstreiber',
    negative: 'negativ; negative; negative folgen; nachteile',
    neutral: 'neutral; neutrale folgen',
    nonGoals: 'nicht-ziele; nichtziele; nicht im umfang; abgrenzung; ausgeschlossen',
    notes: 'notizen; bemerkungen; anmerkungen; sonstiges; hinweise; kommentare; weitere informationen',
    operations: 'betrieb; betriebliche aspekte',
    options: 'optionen; betrachtete optionen; lösungsvarianten; varianten; handlungsoptionen',
    overview: 'überblick; übersicht; allgemeine beschreibung',
    performance: 'leistung; performanz; skalierbarkeit; leistungsfähigkeit',
    plan: 'plan; projektplan; arbeitspakete; aufgaben; fahrplan',
    positive: 'positiv; positive; vorteile; nutzen; positive folgen',
    priorArt: 'stand der technik; verwandte arbeiten; bestehende lösungen',
    problem: 'problem; problemstellung; problembeschreibung; aufgabenstellung',
    questions: 'offene fragen; fragen; ungeklärte fragen; offene punkte; zu klären',
    rationale: 'begründung; rechtfertigung',
    references: `
      referenzen; verweise; literatur; quellen; links; siehe auch; weiterführende informationen; verwandte dokumente`,
    requirements: 'anforderungen; funktionale anforderungen',
    risks: 'risiken; risiko; risiken und gegenmaßnahmen; risikoanalyse',
    rollback: 'rückfallplan; rückbau; rückabwicklung; notfallplan',
    scope: 'umfang; geltungsbereich; anwendungsbereich',
    security: `
      sicherheit; sicherheitsaspekte; sicherheitsbetrachtung; datenschutz; sicherheit und datenschutz`,
    solution: 'lösung; vorschlag; lösungsvorschlag; vorgeschlagene lösung; vorgeschlagene änderung',
    specification: 'spezifikation; details; technische spezifikation; detailbeschreibung',
    stakeholders: 'beteiligte; stakeholder; zielgruppe; betroffene; interessengruppen',
    status: 'status; stand',
    summary: 'zusammenfassung; kurzbeschreibung; beschreibung; kurz gesagt',
    team: 'team; ansprechpartner; kontakt; rollen; mitwirkende',
    testing: 'tests; testen; teststrategie; testplan; prüfung; qualitätssicherung; testkonzept',
    timeline: 'zeitplan; meilensteine; terminplan; phasen',
    usage: 'verwendung; benutzung; nutzung; anwendung; bedienung',
    userStories: 'anwendergeschichten; nutzerszenarien; szenarien; user stories',
  },
  terms,
  emptyWords: `
    am; an; auf; aus; bei; das; dem; den; der; des; die; ein; eine; einer; eines; für; im; in; mit; oder; und; vom;
    von; zu; zum; zur; über`,
};

import type { Language, Terms } from './language.ts';

/** What documents speak about, in French. */
const terms: Terms = {
  audience: 'public; lectorat',
  communication: 'communication',
  training: 'formation',
  maintenance: 'maintenance; entretien',
  workaround: 'contournement; solution de contournement',
  trigger: 'déclencheur',
  symptom: 'symptôme',
  escalation: 'escalade; astreinte',
  backup: 'sauvegarde',
  summary: "résumé; aperçu; vue d'ensemble; synthèse",
  introduction: 'introduction',
  about: 'à propos',
  context: 'contexte; arrière plan',
  problem: 'problème*; problématique*; défi*',
  motivation: 'motivation*; pourquoi',
  rationale: 'justification*; raison*',
  goal: 'objectif*; buts',
  'non-goal': 'hors périmètre; hors champ; non objectif*',
  scope: 'périmètre; portée',
  requirement: 'exigence*; besoin*',
  prerequisite: 'prérequis; pré requis; conditions préalables',
  decision: 'décision*',
  option: 'solutions envisagées; solutions possibles; solutions étudiées; option*; alternative*; possibilité*',
  proposal: 'proposition*',
  considered: 'considérée*; envisagée*; étudiée*; envisagés; considérés',
  solution: 'solution*; approche*',
  outcome: 'résultat*',
  design: 'conception',
  architecture: 'architecture',
  implementation: 'implémentation; mise en œuvre; mise en oeuvre; réalisation',
  plan: 'plan',
  roadmap: 'feuille de route',
  consequence: 'conséquence*; implication*; effets',
  impact: 'impact*',
  positive: 'positive*; positif*; avantage*; bénéfice*; points forts',
  negative: 'négative*; négatif*; inconvénient*; désavantage*; points faibles',
  neutral: 'neutre*',
  tradeoff: 'compromis',
  risk: 'risque*',
  mitigation: 'atténuation; mesures; parades',
  security: 'sécurité',
  privacy: 'vie privée; confidentialité',
  performance: 'performance*',
  compatibility: 'compatibilité',
  test: 'test; essais',
  validation: 'validation; vérification',
  monitoring: 'surveillance; supervision; suivi; observabilité',
  metric: 'métrique*; indicateur*; mesures',
  deployment: 'déploiement; livraison',
  rollback: 'retour arrière; retour en arrière',
  migration: 'migration',
  phase: 'phase*; étape*; jalon*',
  procedure: 'procédure*; étape*; mode opératoire; marche à suivre; instruction*',
  timeline: 'calendrier; chronologie; échéancier; planning',
  date: 'date',
  reply: 'réponse*',
  request: 'requête*',
  updated: 'mis à jour; mise à jour; dernière mise à jour; dernière modification; date',
  created: 'créé; créé le; création; date de création; date',
  question: 'question*; points',
  open: 'ouvert*; en suspens; non résolue*',
  future: 'prochaines étapes; perspectives; travaux futurs',
  'prior-art': "état de l'art; travaux existants",
  reference: 'référence*; lien; ressources; bibliographie; sources; pour aller plus loin',
  related: 'liée*; lié; connexes',
  glossary: 'glossaire; définitions; termes; vocabulaire',
  appendix: 'annexe*',
  thanks: 'remerciement*',
  author: 'auteur*',
  owner: 'responsable*; propriétaire*',
  decider: 'décideur*',
  reviewer: 'relecteur*',
  next: 'prochain*; suivant*',
  review: 'revue; révision',
  status: 'statut; état',
  metadata: 'métadonnées',
  version: 'version',
  changelog: 'historique; journal des modifications; modifications',
  stakeholder: 'parties prenantes',
  assumption: 'hypothèse*',
  constraint: 'contrainte*; limitation*; limites',
  dependency: 'dépendance*',
  installation: 'installation',
  usage: 'utilisation; usage',
  example: 'exemple*',
  contributing: 'contribuer; contributions',
  license: 'licence*',
  contact: 'contact*',
  feature: 'fonctionnalité*',
  story: "scénario*; cas d'usage; récit*",
  interface: 'interface*',
  component: 'composant*',
  model: 'modèle*',
  error: 'erreur*; pannes',
  cost: 'coût*; budget',
  cause: 'cause*',
  lesson: 'leçon*; enseignements; apprentissages',
  action: 'action*; tâches',
  detection: 'détection',
  resolution: 'résolution; rétablissement',
  diagnosis: 'diagnostic*',
  meaning: 'signification',
  criteria: 'critère*',
  acceptance: 'acceptation; recette',
  driver: 'facteurs; moteurs',
  compliance: 'conformité',
  analysis: 'analyse*; évaluation*',
  strategy: 'stratégie*',
  conclusion: 'conclusion*; recommandation*',
  environment: 'environnement*',
  title: 'titre; nom',
  team: 'équipe',
  user: 'utilisateur*',
};

/** French. */
export const fr: Language = {
  tag: 'fr',
  wordEnds: 'both',
  optional: `
    optionnel; optionnelle; optionnels; optionnelles; facultatif; facultative; facultatifs; facultatives;
    (si|le cas) (applicable|échéant|nécessaire|pertinent|besoin|utile|disponible|connu|possible); au besoin;
    s'il y a lieu; non obligatoire; peut rester vide; non requis; non requise; recommandé; peut être omis;
    peut être omise; facultativement`,
  required: 'obligatoire; requis; requise; nécessaire; impératif',
  ifAny: `
    (si|le cas) (applicable|échéant|connu|pertinent|existant); s'il y en a; s'il y a lieu; s['’]il (existe|y en a une?);
    s['’]il est connu; si différent`,
  forLater: 'plus tard; ultérieurement; contiendra; sera (ajouté|complété|renseigné|attribué)e?',
  mayBeLeftOut: `
    (peut|peuvent|pourra|pourront) (être (omis|omise|omises|supprimé|supprimée|supprimés|supprimées|retiré|retirée|ignoré|ignorée|laissé|laissée|laissés vides|vide)|rester vide|rester vides);
    (omettre|omettez|supprimer|supprimez|retirer|retirez|ignorer|ignorez|sauter|sautez|passer|passez|laisser vide|laissez vide|enlever|enlevez) … (si|lorsque|quand|sauf);
    (si|lorsque) …, (omettre|omettez|supprimer|supprimez|retirer|retirez|ignorer|ignorez|laisser|laissez|enlever|enlevez) (cette|ce|la|le|vide);
    (est|sont) (facultatif|facultative|facultatifs|facultatives|optionnel|optionnelle|optionnels|optionnelles);
    (section|partie|champ|rubrique) (facultative?|optionnelle?);
    (sections|parties|champs|rubriques) (facultatives|facultatifs|optionnelles|optionnels);
    (uniquement|seulement) (si|en cas|lorsque|nécessaire si);
    (remplir|compléter|inclure|utiliser|à remplir|à compléter) (cette section )?(uniquement|seulement|que) (si|pour|en cas);
    sinon,? (laisser|laissez|supprimer|supprimez|omettre|omettez|retirer);
    vous pouvez (omettre|supprimer|laisser|ignorer|retirer);
    (supprimez|supprimer|retirez|retirer|effacez) (ce qui|tout ce qui|les parties qui) (ne|n['’]) …;
    pas (nécessaire|requis|requise|obligatoire) (si|pour|en|lorsque); (uniquement|seulement) (pour|en|si|lorsque) …;
    (à )?(supprimer|retirer|omettre|enlever),? (si|en cas|lorsque|sinon); à supprimer;
    (n['’]est|ne sont) pas (obligatoires?|requise?s?|nécessaires?|indispensables?);
    (s['’]il|si|lorsque|quand) …, (omettre|omettez|supprimer|supprimez|retirer|retirez|ignorer|laisser|laissez|enlever|enlevez|effacez) (cette|ce|la|le|vide);
    ne concerne que …; (superflu|superflue|inutile) (si|pour|en|lorsque)`,
  several: 'ces; champs; métadonnées; tous; valeurs',
  titleMarks: `
    (inclure|omettre|à inclure|à omettre|à remplir|à compléter|remplir) (si|en cas|uniquement|seulement|pour|lorsque);
    recommandé`,
  filledLater: `(à |sera |seront )?(compléter|complété|complétée|complétés|remplir|rempli|remplie|renseigner|renseigné|renseignée|mettre à jour) (après|une fois|lorsque|lorsqu'|quand|à la fin|plus tard|au moment|ultérieurement|à l'issue|dès);
    (complété|ajouté|rempli|renseigné|mis à jour|mise à jour)(e|s|es)?( par …)? (après|une fois|lorsque|lorsqu'|quand|à mesure|au fur et à mesure|pendant)`,
  succession: `
    remplace; remplacée? par; annule; annulée? par; abroge; abrogée? par; modifie; modifiée? par; rend obsolète; rendue? obsolète par`,
  onlyFor: '[^()]+ uniquement; [^()]+ seulement; uniquement [^()]+; seulement [^()]+',
  headingMarks: 'si; quand; lorsque; pour; seulement; sauf; en cas de',
  condition: `
    si; uniquement si; seulement si; uniquement pour; seulement pour; au besoin; le cas échéant; s'il y a lieu; en cas`,
  requiredIf: `
    (uniquement |seulement )?(nécessaire|requise?|obligatoire|pertinente?|applicable) (uniquement |seulement )?(si|pour|lorsque|en cas|quand);
    (ne )?s['’]applique (uniquement |seulement |qu['’])?(à|aux|au|si);
    pour les (changements|projets|bibliothèques|services|bogues|fonctionnalités) (de|avec|sans|qui|en)`,
  conditionMark: `
    quand; lorsque; lorsqu'; si; s'il; sauf si; en cas de; uniquement (si|pour|en)`,
  includeWhen: `
    quand (inclure|utiliser|remplir|compléter)( cette section)?; (inclure|incluez|utiliser|remplir|remplissez|compléter|complétez) (si|quand|lorsque|pour); s'applique (à|aux)`,
  subsections: `
    sections; parties; rubriques`,
  adaptable: `
    (adapter|adaptez|renommer|ajuster|modifier|personnaliser)( …)?; ou (similaire|équivalent)s?; noms? d'exemple`,
  noneOf: `
    aucun; aucune; il n'y a (pas|aucune?); pas de; pas d'; sans`,
  notices: `
    si vous avez (des |une )?(questions?|commentaires?|remarques?|retours?|suggestions?); (vos )?(retours|commentaires|remarques) sont (les )?bienvenus; (laissez|envoyez|postez) vos (commentaires|retours|questions); pour toute (question|remarque); sous réserve de modifications?; (peut|peuvent) (changer|évoluer|être modifiée?s?) (à tout moment|sans préavis)`,
  notYours: `
    (laisser|laissez) (ce champ )?(vide|vierge|en blanc); ne pas (remplir|modifier|compléter)`,
  byOthers: `((cette section|ce tableau) est )?(attribué|rempli|complété|renseigné)(e|s|es)? par (le|la|les|l’|l')…(éditeur|éditeurs|équipe|comité|mainteneur|mainteneurs|relecteurs)`,
  notApplicable: `
    sans objet; non applicable; ne s'applique pas; non concerné; non pertinent; s. ?o.; n/a; sans pertinence;
    ne concerne pas …; n['’]est pas applicable; pas applicable; pas concerné; inapplicable`,
  none: `
    aucun; aucune; néant; non; rien; sans objet; aucun connu; pas de`,
  seeElsewhere: 'voir (ci-dessus|ci-dessous|plus haut|plus bas)',
  pending: `
    à (définir|déterminer|compléter|préciser|confirmer|venir|faire|rédiger|remplir|décider|documenter|renseigner|valider|discuter);
    (sera|seront) (défini|définie|définis|complété|complétée|ajouté|ajoutée|précisé|précisée|rédigé|rédigée)( plus tard| ultérieurement)?;
    (pas|non) encore (défini|définie|décidé|décidée|déterminé|rédigé|connu);
    (sera|seront) (complétés?|complétées?|précisés?|ajoutés?|décrits?|décrite|rempli|renseignée?s?|fournie?s?)( plus tard| ultérieurement)?;
    reste à (définir|faire|préciser|rédiger|décider); à (rédiger|approfondir|détailler|discuter|trancher|clarifier)`,
  pendingAlone: `
    à (désigner|nommer|attribuer|planifier|estimer|mesurer|identifier|évaluer);
    en (cours|attente|construction|cours de (rédaction|définition|discussion)); bientôt( disponible)?;
    non (défini|définie|décidé)( pour l['’]instant| encore)?;
    en cours de (rédaction|définition|discussion|validation|relecture)`,
  instructs: `
    (détails|précisions|informations) (sur|concernant); décrire; décrivez; décris; expliquer; expliquez; explique; indiquer; indiquez; indique; lister; listez; liste;
    énumérer; énumérez; ajouter; ajoutez; ajoute; inclure; incluez; définir; définissez; préciser; précisez;
    précise; détailler; détaillez; résumer; résumez; résume; rédiger; rédigez; écrire; écrivez; mentionner;
    mentionnez; justifier; justifiez; fournir; fournissez; spécifier; spécifiez; documenter; documentez; compléter;
    complétez; remplacer; remplacez; remplace; utiliser; utilisez; choisir; choisissez; présenter; présentez;
    donner; donnez; identifier; identifiez; ici; brève; bref; brièvement; description; courte; quel; quelle; quels;
    quelles; qui; pourquoi; comment; quand; combien; où; que; coller; collez; joindre; joignez; estimer; estimez;
    évaluer; évaluez; comparer; comparez; analyser; analysez; répondre; répondez; proposer; proposez;
    une description; en une ou deux phrases; insérer; insérez; noter; notez; rappeler; rappelez;
    on (décrit|décrira|précise|précisera|indique|indiquera|liste|listera|explique|expliquera|présente|présentera); il convient de; il faut (préciser|décrire|lister|indiquer|expliquer); (sont|est) (listée?s?|décrite?s?|présentée?s?|indiquée?s?) ici`,
  addresses: `
    vous; votre; vos; cette (section|page); ce (document|chapitre|modèle);
    (doit|devrait|devraient) (décrire|contenir|inclure|expliquer|préciser); par exemple; p. ?ex.;
    (si|le cas) (applicable|échéant|nécessaire); modèle; à remplacer;
    en (une|deux|quelques|une ou deux|un)( ou deux)? (phrases?|lignes|mots|paragraphes?)`,
  note: `
    note; notes; remarque; remarques; conseil; conseils; astuce; important; attention; instructions; consigne;
    consignes; aide; rappel`,
  noteLinks: 'sur; pour; concernant; à; au; aux',
  guidanceHeads: `
    contenu; motivation; forme; but; pourquoi; quoi; comment; consignes; instructions; informations complémentaires;
    exemple; exemples; description`,
  lengths: `
    (\\d+|une?|deux|trois|quatre|cinq)( ?(-|–|—|à|ou) ?(\\d+|deux|trois|quatre|cinq))? (pages?|mots?|lignes?|paragraphes?|phrases?|caractères?|points)`,
  lengthBounds: `
    max(imum)?; au plus; pas plus de; ou moins; jusqu['’]à; moins de; doit faire; devrait faire; doit tenir`,
  keeps: '(gardez|garder|limitez|limiter) (le|la|ce|cette|cela|un|une)?; soyez bref; soyez concis',
  shortWords: `
    pages?; mots?; lignes?; paragraphes?; phrases?; minutes?; bref; brève; court; courte; concis; concise; simple`,
  fixedStarts: `
    droits d['’]auteur; les mots[- ]clés; sous licence; publié sous;
    (ce|cette) (document|œuvre|oeuvre|fichier|projet) est (sous|publiée?|distribuée?|soumise? à) ;
    tous droits réservés`,
  conventions: `(toutes les |tous les |les )?(heures|horaires|horodatages|dates|montants|prix|coûts|valeurs)( (sont|est))?( (exprimés|exprimées|indiqués|indiquées|données|donnés|en|au|à))* (utc|gmt|cet|cest|heure locale|heure de …|euros?|eur|usd|secondes|millisecondes)`,
  fixedText: '(interpréter|interprétés|comprendre|lus) … rfc[ -]?2119',
  usesTemplate: `
    (comment )?(utiliser|remplir|compléter) (ce|le) (modèle|gabarit|template); (utilisation|mode d['’]emploi) (de ce|du) (modèle|gabarit|template); (instructions|notes|consignes) (pour|sur|d['’]utilisation de|d['’]utilisation du) (ce |le )?(modèle|gabarit|template); à propos de ce (modèle|gabarit|template)`,
  aboutTemplate: `
    (utilisez|utiliser|utilise) (ce fichier|ce document|cette page) comme (modèle|gabarit|exemple|base|point de départ);
    (ce|cette) (modèle|gabarit|template); version du modèle;
    (copiez|copier|dupliquez|dupliquer) (ce modèle|ce fichier|cette page);
    (remplacez|remplacer) … (crochets|accolades|champs|espaces réservés|modèle);
    (supprimez|supprimer|retirez|retirer|effacez) (ces?|cette|tous les|les) (instructions?|bloc|commentaires?|notes?|consignes?|texte|aide);
    (modèle|gabarit) (de |d'|d’|pour )(un |une |la |le |les )?(spécification\\p{L}*|document|module|adr|rfc|runbook|décision|rapport|plan|ticket)s?; (copier|copiez|à copier|dupliquer) (pour|lors|dans|vers|à)`,
  aboutHeader:
    "(ceci est|voici) le titre; (le|votre) titre (doit|devrait|ne doit); (les métadonnées|l'en-tête|champs d'en-tête); (numéro|id) sera (attribué|donné)",
  editsTemplate: `
    (répétez|répéter|copiez|copier|dupliquez|dupliquer|ajoutez|ajouter) … (sections?|sous-sections?|blocs?|lignes?|tableaux?|entrées?) … (pour chaque|pour tous|par|autant|si nécessaire|au besoin);
    (veuillez )?(cochez|cocher|supprimez|supprimer|sélectionnez) (les|toutes|tous|ce qui|celles|ceux) …(qui|applicab|pertinent|concern); (répéter|répétez) (si|selon|autant|au besoin|le cas échéant)`,
  readerNotes: 'notes?; remarques?; important; attention',
  enumerates: 'liste; lister; listez; énumère; énumérer; énumérez',
  captions: 'tableau; figure; fig; schéma; diagramme',
  forExample: 'p. ?ex; par exemple',
  exampleWords: 'exemples?',
  forms: `
    détails; précisions; informations; listes?; puces; tableaux?; schémas?; diagrammes?; résumé; description; explication; paragraphes?; phrases?`,
  verbs: 'est; sont; était; montre; contient; décrit; suivant; suivante',
  picksOne: `
    (choisir|choisissez|choisis|sélectionnez|sélectionner|cochez|cocher|gardez)( seulement)? une?;
    l['’]une? des (options |choix )?suivant\\p{L}*`,
  code: 'code; extrait; commandes?; sortie; journal; journaux; configuration; console',
  titleFirst: 'titre; nom; intitulé',
  ways: 'voie; chemin; variante',
  stubNames:
    'nom_?(du_?|de_?la_?|de_?)?(service|classe|composant|méthode|methode|fonction|module|interface|champ); (champ|paramètre|parametre|argument)_?[0-9]+; (mon|ma)_?(service|classe|composant|fonction)',
  pastes: 'coller; collez; affiche',
  titleQualifiers: 'court; bref; descriptif; le; un; votre; ton',
  titleLinks: 'de; du; des; pour; en; ici; court; d; de la',
  templateWords: `
    gabarit; modèle (de |du |d['’]|pour )(un |une |le |la |l['’])?(document|adr|rfc|prd|cahier|rapport|post-?mortem|fiche|note|plan|spécification|dossier|compte[ -]rendu|demande|ticket|issue|pull request|runbook|revue|proposition|décision|conception)s?`,
  choiceLeads: `
    l['’]un de; une? parmi; un des; options; valeurs( possibles)?; au choix`,
  or: 'ou',
  fillIn: `
    décri\\p{L}*; insér\\p{L}*; indiqu\\p{L}*; complét\\p{L}*; rempli\\p{L}*; expliqu\\p{L}*; ajout\\p{L}*; votre`,
  given: 'liens?; numéros?; e-?mails?; chemins?; courriels?',
  fieldNames: `
    titre; nom; numéro; date; statut; état; auteur; auteurs; version; description; résumé; texte; lien`,
  placeholderNames:
    'titre; nom; description; texte; valeur; numéro; auteur; pseudo; pseudonyme; utilisateur; identifiant',
  examplePeople: 'jean dupont; jeanne dupont; jean[._-]?dupont',
  exampleHandles: 'pseudo; identifiant; (votre|ton)[-_]?nom',
  asides: 'facultati(f|ve); optionnel(le)?; cette section; supprime[rz]; modèle',
  abbreviations: 'p.ex; p. ex; ex; etc; env; cf; n°; m',
  pointers: `
    (a été )?(déplacée?|transférée?) (vers|dans|ici); remplacée? par; renommée? en`,
  firstStates: `
    brouillon; ébauche; proposé; proposée; proposition; ouvert; ouverte; nouveau; nouvelle;
    en (cours|discussion|revue|relecture|attente|cours de rédaction); planifié; initial`,
  otherStates: `
    en continu; permanent; acceptée?; approuvée?; adoptée?; implémentée?; réalisée?; terminée?; close?; finale?; rejetée?; refusée?;
    abandonnée?; retirée?; obsolète; remplacée?( …)?; reportée?; active?; actif; publiée?; validée?;
    en (production|service|vigueur)`,
  confidential: 'confidentiel; (à )?usage interne; diffusion restreinte; document confidentiel',
  legends: 'légende',
  versionLabels: 'version; version du document; révision',
  stateLabels: 'statut; état; phase; stade',
  nameColumns: 'champ; propriété; attribut; élément; clé; nom; rubrique',
  valueColumns: 'valeur; valeurs; détail; détails; contenu; information; informations',
  titleWords: 'titre; nom; intitulé; sujet; objet',
  openingSections: `
    quoi; pourquoi; changements?; modifications?; objet; but; description (du changement|des changements|de la modification)`,
  otherSections: `
    (autres|d’autres) (sections|rubriques|parties);
    (sections|rubriques) (supplémentaires|facultatives|optionnelles|additionnelles)`,
  exampleSections: 'exemple de (section|rubrique|spécification|fiche); (section|spécification) d’exemple',
  titles: {
    abstract: 'abrégé; synopsis',
    acceptance: "critères d'acceptation; critères de succès; critères de réussite",
    alternatives: `
      alternatives; alternatives envisagées; autres solutions; solutions écartées; alternatives considérées;
      solutions alternatives`,
    approach: 'approche; stratégie; démarche; méthodologie',
    architecture: 'architecture; conception; conception détaillée; conception technique',
    assumptions: 'hypothèses; prérequis; suppositions',
    author: 'auteur; auteurs; autrice; responsable; rédacteur',
    background: 'arrière-plan; historique du problème; antécédents',
    compatibility: 'compatibilité; rétrocompatibilité; compatibilité ascendante',
    conclusion: 'conclusion; conclusions',
    consequences: 'conséquences; résultats; implications',
    constraints: 'contraintes; limites; limitations; restrictions',
    context: 'contexte; contexte et problématique; situation actuelle; état actuel; contexte et problème',
    costs: 'coût; coûts; budget; charge',
    date: 'date; date de création',
    decision: 'décision; décisions; résolution; recommandation',
    dependencies: 'dépendances',
    deployment: 'déploiement; mise en production; lancement; plan de déploiement',
    drawbacks: 'inconvénients; désavantages',
    examples: "exemple; exemples; cas d'usage; cas d'utilisation",
    faq: 'foire aux questions; questions fréquentes',
    future: 'travaux futurs; prochaines étapes; perspectives; évolutions; suites à donner; actions',
    glossary: 'glossaire; définitions; terminologie; termes',
    goals: 'objectifs; objectif; buts; but; finalité',
    history: 'historique; historique des modifications; journal des modifications; révisions; modifications',
    impact: 'impact; impacts; effets',
    implementation: 'mise en œuvre; mise en oeuvre; implémentation; réalisation; détails d’implémentation',
    installation: 'installation; configuration; premiers pas; démarrage rapide',
    interfaces: 'interfaces; interface; api',
    introduction: 'introduction; présentation; préambule; avant-propos',
    issues: 'problèmes; problèmes connus; anomalies',
    lessons: "enseignements; leçons apprises; retour d'expérience",
    licence: "licence; droits d'auteur; mentions légales",
    maintenance: 'maintenance; support',
    metadata: 'métadonnées; informations sur le document',
    metrics: 'métriques; indicateurs; mesures',
    migration: 'migration; plan de migration; transition',
    monitoring: 'surveillance; supervision; observabilité; alertes',
    motivation: 'motivation; motivations; raisons; facteurs de décision',
    negative: 'négatif; négatifs; négatives; conséquences négatives; inconvénients',
    neutral: 'neutre; neutres',
    nonGoals: 'non-objectifs; hors périmètre; hors du périmètre; hors champ; exclusions',
    notes: 'notes; remarques; commentaires; informations complémentaires; divers',
    operations: 'exploitation; opérations',
    options: 'options; options envisagées; options considérées; propositions',
    overview: "vue d'ensemble; aperçu; présentation générale",
    performance: 'performance; performances; passage à l’échelle',
    plan: 'plan; feuille de route; tâches; plan de travail',
    positive: 'positif; positifs; positives; conséquences positives; avantages; bénéfices',
    priorArt: "état de l'art; travaux connexes; existant",
    problem: 'problème; problématique; énoncé du problème; description du problème',
    questions: 'questions; questions ouvertes; points ouverts; questions en suspens',
    rationale: 'justification; raisonnement; argumentaire',
    references: 'références; liens; bibliographie; ressources; sources; voir aussi',
    requirements: 'exigences; besoins; exigences fonctionnelles',
    risks: 'risques; risque; risques et atténuations; analyse des risques',
    rollback: 'retour arrière; plan de retour arrière; plan de repli',
    scope: "périmètre; portée; champ d'application",
    security: 'sécurité; considérations de sécurité; confidentialité; vie privée',
    solution: 'solution; proposition; solution proposée; changement proposé',
    specification: 'spécification; spécifications; spécification technique; détails; description détaillée',
    stakeholders: 'parties prenantes; public; public visé; utilisateurs; public cible',
    status: 'statut; état',
    summary: 'résumé; sommaire; synthèse; en bref; description',
    team: 'équipe; contact; contacts; rôles; participants',
    testing: 'tests; plan de test; plan de tests; stratégie de test; validation; vérification',
    timeline: 'calendrier; planning; jalons; échéancier; phases',
    usage: "utilisation; usage; mode d'emploi",
    userStories: 'récits utilisateur; scénarios; scénarios utilisateur',
  },
  terms,
  emptyWords: 'à; au; aux; avec; d; de; des; du; en; et; l; la; le; les; ou; par; pour; sur; un; une',
};

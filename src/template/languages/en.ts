import type { Language, Terms } from './language.ts';

/** What documents speak about, in English. */
const terms: Terms = {
  audience: 'audience; reader; readership',
  communication: 'communication; announcement',
  training: 'training; enablement',
  maintenance: 'maintenance; upkeep',
  workaround: 'workaround; work around',
  trigger: 'trigger',
  symptom: 'symptom',
  escalation: 'escalation; on call',
  backup: 'backup; back up; snapshot',
  summary: 'summary; overview; abstract; tl;dr; tldr; synopsis; at a glance; in short; in brief; executive summary',
  introduction: 'introduction; intro; preface; preamble',
  about: 'about',
  context: 'context; background',
  problem: 'problem; challenge; pain point',
  issue: 'issue',
  motivation: 'motivation; why; purpose',
  rationale: 'rationale; justification; reasoning; reason',
  goal: 'goal; objective; aim',
  'non-goal': 'non goal; out of scope; non objective; not in scope; anti goal',
  scope: 'scope; in scope',
  requirement: 'requirement; required; need',
  prerequisite: 'prerequisite; pre requisite; requirement; required; precondition; before you begin',
  decision: 'decision; decided; adr',
  option:
    'possible solution; solutions considered; considered solution; alternative solution; option; alternative; choice; variant',
  proposal: 'proposal; proposed; suggestion; option',
  considered: 'considered; evaluated',
  solution: 'solution; approach; proposal',
  outcome: 'outcome; result; deliverable',
  design: 'design',
  architecture: 'architecture',
  implementation: 'implementation; implementing',
  plan: 'plan',
  roadmap: 'roadmap; road map; plan',
  consequence: 'consequence; implication; ramification; effect',
  impact: 'impact; effect; blast radius',
  positive: 'positive; pros; advantage; benefit; upside; good; strength',
  negative: 'negative; cons; drawback; disadvantage; downside; bad; shortcoming; weakness',
  neutral: 'neutral',
  tradeoff: 'trade off; tradeoff',
  risk: 'risk; hazard; threat',
  mitigation: 'mitigation; countermeasure; remediation',
  security: 'security',
  privacy: 'privacy',
  performance: 'performance',
  compatibility: 'compatibility',
  test: 'test; testing; qa; quality assurance',
  validation: 'validation; verification',
  monitoring: 'monitoring; observability; telemetry',
  metric: 'metric; kpi; measure; indicator',
  deployment: 'deployment; rollout; roll out; release',
  rollback: 'rollback; roll back; back out; reversal',
  migration: 'migration; migrating; upgrade path',
  phase: 'phase; stage; step; milestone',
  procedure: 'procedure; instruction; step; course of action; how to proceed',
  timeline: 'timeline; time line; schedule; chronology; sequence of event',
  date: 'date; schedule; when',
  reply: 'response; reply; answer',
  request: 'request',
  updated: 'updated; last updated; last modified; last change; date of change; date',
  created: 'created; created on; creation date; date',
  question: 'question; issue',
  open: 'open; unresolved; outstanding; unanswered',
  future: "future work; next step; follow up; future possibility; what's next; outlook; future improvement",
  'prior-art': 'prior art; related work; existing solution; previous work; prior work',
  reference: 'reference; link; resource; further reading; bibliography; source; see also; more information',
  related: 'related',
  glossary: 'glossary; terminology; definition; terms; vocabulary',
  appendix: 'appendix; appendices; annex; annexes; attachment',
  thanks: 'acknowledgement; acknowledgment; credit; thanks',
  author: 'author; written by',
  owner: 'owner; responsible; maintainer; assignee',
  decider: 'decider; decision maker; approver',
  reviewer: 'reviewer; reviewed by',
  next: 'next; upcoming',
  review: 'review',
  status: 'status; state',
  metadata: 'metadata; meta; document information; document control',
  version: 'version',
  changelog: 'changelog; change log; history; revision history; revision; amendment; document history',
  stakeholder: 'stakeholder',
  assumption: 'assumption',
  constraint: 'constraint; limitation; restriction',
  dependency: 'dependency; depends on',
  installation: 'installation; install; installing; setup; set up',
  usage: 'usage; how to use; using; use',
  example: 'example; sample',
  contributing: 'contributing; contribution',
  license: 'license; licence; licensing',
  contact: 'contact; get in touch',
  feature: 'feature; capability',
  story: 'story; scenario; use case',
  interface: 'interface; api',
  component: 'component',
  model: 'model',
  error: 'error; failure',
  cost: 'cost; budget; estimate',
  cause: 'cause; root cause',
  lesson: 'lesson learned; lesson learnt; lesson; learning; takeaway; what we learned',
  action: 'action item; action; follow up; to do; task',
  detection: 'detection; detected',
  resolution: 'resolution; recovery; fix; remediation',
  diagnosis: 'diagnosis; troubleshooting; investigation',
  meaning: 'meaning',
  criteria: 'criteria; criterion; condition',
  acceptance: 'acceptance',
  driver: 'driver; force',
  compliance: 'compliance',
  analysis: 'analysis; evaluation; assessment',
  strategy: 'strategy',
  conclusion: 'conclusion; recommendation',
  environment: 'environment',
  title: 'title; name',
  team: 'team',
  user: 'user',
};

/** English. */
export const en: Language = {
  tag: 'en',
  wordEnds: 'both',
  optional: `
    optional; optionally;
    (if|as|when|where) (applicable|appropriate|relevant|needed|necessary|available|required|desired); if any;
    nice to have; not required; [a-z-]+s only;
    (can|may|could) be (empty|blank|omitted|removed|deleted|skipped|dropped|left (out|off|blank|empty)); where useful;
    when useful; if known; if useful; nice-to-have; if you like; not (mandatory|compulsory|obligatory); not needed;
    recommended; if there (is|are) any`,
  required: 'mandatory; required; must have',
  ifAny: `
    if any; if (applicable|relevant|needed|necessary|available|known|appropriate); if (there is|there are) (one|any);
    if you have (one|any|some); as applicable; where (applicable|relevant); when relevant; otherwise none;
    if (one|it|they|any|some) exists?; if existing; if it (exists|applies); if present; if assigned; when known;
    when available; if different … ; where known`,
  forLater:
    'later; will (contain|cover|describe|explain|hold|include|list|link to|be (added|filled( in)?|assigned|set|known|created))',
  mayBeLeftOut: `
    (it|this|these|they|that|which|sections?|subsections?|parts?|fields?|values?|lines?|rows?|headings?|chapters?|examples?|ones?) (can|may|could|might) (also |safely |simply )?(be (omitted|removed|deleted|skipped|dropped|excluded|left (out|off|blank|empty)|blank|empty|ignored)|remain (empty|blank)|stay (empty|blank));
    (omit|delete|remove|skip|drop|exclude|ignore|leave out) ((this|the|these|that|any|all) (whole |entire )?(sub)?(sections?|parts?|headings?|fields?|lines?|rows?|paragraphs?|chapters?|blocks?|examples?|tables?|lists?|items?)|it|them|this|these) … (if|when|unless|where|only when|for);
    (omit|delete|remove|skip|drop|ignore) (it |this |them )?(if|when|unless|where) (not|none|there|it|this|they|you|no|nothing|unused|irrelevant|inapplicable|unnecessary|empty);
    (if|when) …, (omit|delete|remove|skip|drop|leave out|leave) (this|the|it|them|out|blank|empty|entirely|section);
    (ok|okay|fine|acceptable|allowed|possible) to (leave|omit|skip|remove|delete|drop);
    (you|authors?) (can|may|could) (also |safely |simply )?(omit|skip|delete|remove|drop|leave (out|this|it|the));
    feel free to (remove|delete|omit|skip|drop|leave);
    otherwise,? (remove|delete|omit|skip|leave (it |this )?(blank|empty|out));
    leave (it |this |the (section|field|value) )?(blank|empty) (if|when|unless|for|otherwise);
    (delete|remove|omit|skip) (sections?|subsections?|parts|fields|what|anything|those) (that|which|you) (are not|is not|do not|does not|don’t|don't|aren’t|aren't);
    (is|are) (an )?optional; (this|the) (section|part|field) (is|are) not (required|mandatory|needed);
    optional (section|field|part|chapter);
    only (required|needed|necessary|applicable|applies|relevant|mandatory) (if|for|when);
    (required|needed|necessary|applicable|applies|relevant|mandatory) only (if|for|when);
    optional,? (but|and|if|when|unless);
    (fill|fill in|fill out|fill this|complete|answer|include|use|add|keep|write|create|provide) … only (if|when|for|where);
    (include|use|add|keep|create|fill in|complete) (this|the) (section|part|chapter|table) … (if|when|for (features|changes|projects|components|services|libraries|complex));
    include (when|if|where) (relevant|applicable|needed|appropriate|necessary); when to include;
    not every … (needs|has|requires);
    (delete|remove|omit|skip|drop|cut|strike|leave out) (whatever|anything|everything|what|all|those) … (not|n['’]t|unused|irrelevant|inapplicable);
    not (needed|required|necessary|applicable|relevant) (for|if|when|in);
    (drop|remove|delete|omit|skip|cut) (the |this |that )?(heading|section|part|chapter|block|table|row|line|list)( entirely| altogether)? (if|when|unless|otherwise|in all other cases);
    (drop|remove|delete|omit|skip) (the |this )?(heading|section|part|chapter|block|row|line) otherwise;
    only (for|when|if|needed|in case) …;
    may (also )?(be (omitted|removed|deleted|skipped|dropped|left (out|off|blank|empty)|blank|empty)|stay empty|remain empty);
    (can|may) (stay|remain) (empty|blank); safe to (skip|omit|remove|delete|drop);
    no need (to|for) … (if|when|unless); unless (it|this|they) (applies|apply|is needed), (skip|omit|delete|remove);
    skip (it|this|section) (for|in); leave (it |this |them )?out (if|when|unless);
    (if|when) …, … (omit|delete|remove|skip|drop|leave out) (this|the|it) ?(section|part|heading|row|line)?;
    (omit|skip|leave out) (it |this |them )?(if|when|unless|for) …; (can|may|could) be (omitted|removed|deleted|skipped|dropped|left out) (if|when|for|in|unless|on) …; (you|authors?) (do not|don't|won't) need (this|it|that) (if|when|for|in|unless) …`,
  several: 'these; elements; fields; keys; any of them; all of them; metadata; entries; values',
  titleMarks: `
    include; omit; leave out; may be; can be; unless; recommended; fill in if`,
  filledLater: `(to be |will be |is |gets )?(fill|filled|complete|completed|write|written|add|added|update|updated)( (it |this )?(in|out))? (later|afterwards|once|when|after|upon|on completion|at the end|at completion|post);
    (to be |will be |is |gets )?(filled|completed|written|added|updated|recorded)( in)? (by … (once|when|whenever|after|as)|as|whenever|during|throughout)`,
  succession: `
    supersedes; superseded by; supersede; replaces; replaced by; replacement; obsoletes; obsoleted by; amends; amended by; overrides; overridden by; deprecates; deprecated by`,
  onlyFor: '[^()]+ only; only( for)? [^()]+',
  headingMarks: 'if; when; where; unless; as; for; only; not for; include; omit; may be; can be; leave out',
  condition: `
    if; in case; just for; for … only; (only )?(required|needed|necessary) (if|when|for|in); as needed;
    where (applicable|relevant|needed); when (applicable|relevant|needed); in the case of; only`,
  requiredIf: `
    (this (section|part|field) (is )?)?(only )?(needed|required|necessary|applicable|relevant|mandatory|wanted) (only )?(if|when|where|for|in case|on);
    (this )?(only )?applies (only )?(to|if|when|for);
    for (\\p{L}+ )?(projects|changes|features|services|libraries|components|incidents|releases|bugs|fixes|teams|apis|users) (only|that|which|over|above|under|with|without|in|on);
    on (changes|bugs|releases|incidents)`,
  conditionMark: `when; where; unless; whenever; in case of; for complex; for large; for (big|major|significant|breaking|non-trivial|nontrivial)`,
  includeWhen: `when to (include|use|add|fill in|fill|write|complete)( this( section)?)?; (include|use|add|fill in|complete) (this (section )?)?(if|when|for(?! (each|every|all|any|example))); (needed|required|applies|applicable|relevant) (when|if|to|for); applicability`,
  subsections: `
    subsections; sections; parts; headings`,
  adaptable: `(adapt|adjust|rename|customi[sz]e|change|modify|tailor)( …)?; (or|and) (similar|the like|alike|equivalent); example (names?|sections?|headings?); names? (may|can) (vary|differ|be changed)`,
  noneOf: `no; none; there (is|are) no; there (isn't|aren't) any; without; not any; we have no; (does|do) not (have|introduce|change|add|need|require|affect) any`,
  notices: `if you have (any |an? )?(feedback|questions?|comments?|concerns?|suggestions?|ideas?); (please )?(leave|send|post|direct|give|share|submit) (your |any |all |it |them )?(feedback|comments?|questions?|it|them) (on|to|in|at|via|through|here); (feedback|comments|questions|contributions) (is|are) (very )?welcome; for (questions|feedback|support|help),? (contact|please|ask|see|reach|email|open); (comment|discuss|vote) (on|in) (the|this) (issue|pull request|pr|discussion|thread); join (the|our) discussion; subject to change; (may|can|might|will) (still )?change (at any time|without (prior |further )?notice)`,
  notYours: `
    leave (this |it )?(blank|empty|as is|unchanged|alone);
    (do not|don’t|don't) (edit|change|modify|fill in|touch); leave … (as is|unchanged|for the (editor|maintainer|maintainers))`,
  byOthers: `
    ((this|the) (section|part|table|field|list) is )?(to be |is |will be )?(assigned|filled|filled in|filled out|completed|set|given|added|provided|determined|appointed|nominated|elected|selected)( and [a-z]+)? by (the |an |a )?(rfc |spec |release |steering |core |technical |review |project )*(editors?|maintainers?|committee|committees|chairs?|bot|ci|reviewers?|approvers?|shepherds?|secretary|team|board|council);
    (this|the) (section|part|table|list|log|history) is (kept|maintained|managed|updated) by (the |an |a )?(rfc |spec |release |steering |core |technical |review |project )*(editors?|maintainers?|committee|chairs?|bot|ci|reviewers?|approvers?|team|board|council)`,
  notApplicable: `
    not applicable; does not apply; doesn't apply; n/a; n.a.; na; not relevant; inapplicable; not needed here;
    not required here; irrelevant here; nothing to (add|report|say|declare); doesn['’]t (exist|matter) here;
    not in scope here; irrelevant (for|to|in) …; not relevant (for|to|in) …`,
  none: `
    none; no; nil; nothing; n/a; n.a.; not applicable; never; unknown yet; 0; none known; none yet; nothing yet`,
  seeElsewhere: 'see (above|below|elsewhere)',
  pending: `
    tb(d|a|c|w); t.b.d.; todo;
    to be (determined|added|completed|announced|decided|defined|written|filled|filled in|done|documented|provided|confirmed|discussed|specified|described|clarified);
    wip; fixme; will be (added|written|filled in|completed|provided|defined|determined) (later|soon); fill me in;
    fill (this )?in later; details? (to follow|to come|later);
    (needs|requires|awaiting|waiting for|pending) (input|decision|review|details|confirmation);
    (we|i) will (add|write|fill|decide|describe) …(later|soon);
    to be (finalised|finalized|agreed|supplied|drafted|worked out|filled out|continued);
    more information (is )?needed; information needed; needs more information`,
  pendingAlone: `
    to be (assigned|named|appointed|chosen|scheduled|estimated|measured|identified|established|evaluated|investigated);
    under construction; to do; to follow; to come; work in progress; coming( soon)?; placeholder;
    not (yet )?(decided|written|determined|defined|specified)( yet)?; pending( …)?`,
  instructs: `
    details (about|of|on|for|regarding); (more |further )?information (about|on|regarding); add; answer; brief; briefly; capture; check; choose; clarify; clearly; complete; consider; copy; cover; define;
    delete; describe; detail; discuss; document; draw; enter; enumerate; explain; fill; give; highlight; how;
    identify; if; include; indicate; insert; justify; keep; lay; link; list; mention; name; note; one; optional;
    optionally; outline; please; point; present; provide; put; record; reference; remember; remove; repeat; replace;
    say; select; set; short; should; show; sketch; specify; state; strive; summarise; summarize; tell; think; track;
    try; use; what; when; where; which; who; whom; whose; why; with; write; your; paste; attach; upload; estimate;
    assess; evaluate; analyse; analyze; compare; expand; elaborate; quantify; articulate; concisely;
    in one or two sentences; in a few words; a clear and concise; a clear description; a concise;
    a short description; a brief; a description;
    everything (a|an|the|you|your|we|that) … (must|should|needs?|has|have) (to )?know; anything (else )?(we|you|that|a|the|your)`,
  addresses: `
    you; your; yours; yourself; (the )?(authors?|readers?) (should|must|may|can|needs? to);
    this (section|document|chapter|paragraph|subsection);
    should (be|describe|contain|include|explain|list|cover|say|have|give|state); e.g.; i.e.; for (example|instance); such as;
    optional; if (applicable|any|needed|relevant|necessary); as needed; tbd; todo; placeholder; template; (delete|remove) this;
    goes here; go here; in (one|a few|two|1|2|1-2|2-3)( (or|to) (two|three|2|3))? (short )?(sentences?|paragraphs?|lines?|words?)`,
  note: `
    note; notes; tip; tips; hint; hints; guidance; instructions?; warning; caution; important; info; remember; nb; writing tip;
    author note; help; reminder`,
  noteLinks: 'on; about; regarding; for; to; re',
  noteLast: 'notes?',
  guidanceHeads: `
    contents?; motivation; form; purpose; why; what; how; instructions?; guidance; further information; background information;
    background; example; examples; tip; note; hint; when to include; description`,
  lengths: `
    (\\d+|one|two|three|four|five|a few)( ?(-|–|—|to|or) ?(\\d+|two|three|four|five))? (short |full |brief )?(pages?|words?|lines?|paragraphs?|sentences?|characters?|bullets?|bullet points|slides?)`,
  lengthBounds: `
    max(imum)?; at most; no more than; not more than; or (less|fewer|shorter); up to; fewer than; less than; under;
    below; within; exceed(s|ing)?; approaching; over; longer than; should be; must be`,
  keeps: `
    (please )?(keep|limit|try to keep) (it|this|the (document|section|text|spec|summary|adr|rfc))`,
  shortWords: `
    pages?; words?; lines?; paragraphs?; sentences?; minutes?; short; brief; concise; simple; small; focus(s?ed)?`,
  fixedStarts: `
    copyright; the key words; licensed under; this (work|document|file|repository|project) is licensed;
    all rights reserved; distributed under the`,
  conventions: `(all |the )?(times?|timestamps?|time ?zones?|dates?|amounts?|prices?|costs?|figures?|sizes?|values?)( (below|here))?( (are|is))?( (all|given|shown|listed|stated|in|at|as))* (utc|gmt|cet|cest|est|edt|pst|pdt|jst|kst|ist|local time|us/…|europe/…|america/…|asia/…|24-hour|12-hour|usd|eur|euros?|dollars?|bytes|milliseconds|seconds|iso 8601)`,
  fixedText: 'rights waived; (interpreted|read|understood) … rfc[ -]?2119',
  usesTemplate: `
    (how to (use|fill in|fill out|work with)|using|use of|usage of|about|instructions (for|on)|notes (on|about)|guide to) (this|the) ([\\w-]+ )?template; template (usage|instructions|notes|guide|guidance|help)`,
  aboutTemplate: `
    use this (file|document|page) (as|for) … (template|sample|example|starting point|basis|pattern|skeleton|model);
    this (version of the )?template; this is the ([\\w-]+ )?template; template version;
    this is (a|an|the) ([\\w-]+ )?template (for|of); this (template|file) is (filled|a template|used);
    (copy|duplicate|clone) this (template|file|page);
    (italics?|brackets?|braces?|angle brackets?|bold( text)?|text in …) … (indicates?|marks?|shows?|means?|are|is) … (replaced?|filled in|placeholders?|guidance|instructions?);
    (replace|fill in|fill out) … (placeholders?|template|brackets?|all|every);
    (delete|remove) (this|these|all|the) (instructions?|block|comments?|guidance|section|notes?|tips?|hints?|text);
    template (for|of) (an? |the |new )?([\\w-]+ )?(specs?|specifications?|documents?|modules?|adrs?|rfcs?|runbooks?|decisions?|reports?|plans?|tickets?|stories|services?|features?); (copy|duplicate) (this|it) (to|as|into|when|for)`,
  aboutHeader:
    '(this is|here (goes|comes)) the title of; (the|your) title (should|must|is|needs to|has to); (the )?(header|metadata|front matter|frontmatter) (fields?|section|block|above)?; (number|id) will be (assigned|given|set)',
  editsTemplate: `
    (please )?(repeat|copy|duplicate|skip|delete|remove|omit|add|insert|reorder)( … (this|the|these|each|more|additional|further|other|unused|unneeded|any))? (sub-?sections?|sections?|blocks?|rows?|tables?|templates?|headings?|entries|items?) … (for (each|every|all)|as (many|needed|required|necessary)|if|that|when|which|unless|per);
    (please )?(check|tick|mark|select) (all|any|those|every|the (relevant |appropriate |applicable )?(box|boxes|options?|items?));
    (please )?put an? … (in|into) … box(es)?;
    (please )?(delete|remove|strike) (the )?(options?|lines?|boxes|types|those|anything|whatever|what) (that|which|not); repeat (this )?(as|if|when|where) (many times as )?(needed|necessary|required|applicable)`,
  readerNotes: 'notes?; nb; n.b.; important; info; warning; caution',
  enumerates: 'list; lists; enumerate; enumerates; a list of; bulleted list; bullet list',
  captions: 'table; figure; fig; diagram; chart; listing',
  forExample: 'e.g; eg; for (example|instance)',
  exampleWords: 'examples?; samples?; eg',
  forms: `
    details; information; lists?; listing; bullets?; tables?; diagrams?; charts?; paragraphs?; sentences?; overview; summary; description;
    explanation; section; items?`,
  verbs: `
    is; are; was; were; has; have; had; shows?; lists?; contains?; holds?; gives?; describes?; below; above; following`,
  picksOne: `
    (pick|choose|select|tick|check|mark|keep|leave) (only |exactly |just )?(one|1); one of (these|the following)`,
  code: `
    code; snippets?; commands?; output; logs?; config(uration)?; schema; script; stack ?trace; traces?; paste; console`,
  titleLast: 'titles?; names?; untitled',
  ways: 'path; route; way; track; variant; approach',
  stubNames:
    '(method|function|class|trait|service|component|module|table|endpoint|screen|event|job|topic|queue)_name; (component|service|trait|method|class|core|type|data|return)(name|type|model); (field|setting|param|arg)[0-9]+',
  pastes: 'paste; pasted; prints; output',
  titleQualifiers: `
    short; brief; concise; descriptive; clear; your; the; a; an; full; working; new; project; meaningful`,
  titleLinks: 'of; for; in; as; with; from; goes; here',
  templateWords: 'templates?',
  choiceLeads: `
    one of; either; can be; options?; (possible |allowed |valid )?values?; choose( from)?; pick( one)?`,
  or: 'or',
  fillIn: `
    fill; describe; insert; enter; add; replace; provide; list; explain; specify; your; todo; tbd`,
  given: 'urls?; links?; ids?; numbers?; e-?mails?; paths?; handles?; usernames?',
  fieldNames: `
    title; name; number; date; status; authors?; owners?; version; description; summary; text; link; e-?mail; id;
    deciders?; reviewers?; team`,
  placeholderNames: `
    authors?; component; date; description; email; example; field; id; item; key; link; links; names?; number; option;
    owner; path; team; text; title; type; url; user; value; version; x; y; z; username; handle; nickname; login`,
  examplePeople: `
    jane (doe|smith); john (doe|smith); (jane|john|j)[._-]?(doe|smith); alice; bob; foo ?bar`,
  exampleHandles:
    'you; me; (your|my|the)[-_]?(name|handle|username|user|github|login|nickname)( ?[-_]?(username|handle|name|id))?; (user|nick|full|first)[-_]?name; name; user; handle; nick; login; (github|gitlab)[-_]?(username|handle|name|id|user|login); mention; someone; person; owner; author; reviewer; approver; assignee',
  asides: `
    optional(ly)?; not required; only required; this (section|element|template|file); keep (this|it); feel free;
    remove; delete; template; placeholder; tbd; todo`,
  abbreviations: 'e.g; i.e; etc; vs; cf; approx; resp; incl; no; fig',
  pointers: `
    (has |have |was |is )?(moved|been moved|relocated) (to|into|here); superseded by; replaced by; renamed to; now lives (in|at|under)`,
  firstStates: `
    draft; drafting; proposed; proposal; open; new; pending; in (progress|review|discussion|draft); under (discussion|review);
    wip; work in progress; initial; created; submitted; idea; provisional; planned; planning; not started; to ?do; backlog;
    active; unreviewed`,
  otherStates: `
    ongoing; continuous(ly)?; accepted; approved; agreed; active; adopted; implemented; implementing; done; completed?; closed; final;
    finali[sz]ed; released; shipped; rejected; declined; withdrawn; abandoned; deprecated; superseded( …)?; replaced( …)?;
    obsolete; deferred; postponed; on hold; resolved; ready; live; stable; experimental; published; reviewed;
    decided; in (use|production|development|implementation); provisional; merged; cancell?ed; retired; archived`,
  confidential:
    '(strictly |company )?confidential; proprietary( and confidential)?; (for )?internal use only; not for distribution',
  legends: 'legend; status enum; status values; possible states; legends; key to (the )?(symbols|colou?rs)',
  versionLabels:
    '(document |doc |spec |specification )?(version|revision)( (no|number))?; version of (the|this) document',
  stateLabels: 'status; state; stage; phase; maturity; rfc status; document status; lifecycle',
  nameColumns: 'field; property; attribute; item; key; metadata; name; label; detail',
  valueColumns: 'value; values; detail; details; content; contents; information; data; entry; answer',
  titleWords: 'title; name; headline; subject; topic',
  openingSections: `
    what; why; changes?; purpose; proposed changes?; related issues?; (pr|pull request|change|bug|issue|feature|short|brief) (summary|description|overview); what (does|is) this( pr| change)?( do)?; description of (the )?changes?`,
  otherSections: `
    other (relevant |possible |optional |suggested )?(sections?|topics);
    (additional|further|optional|possible|suggested|custom|extra) sections?; more sections`,
  exampleSections: `
    example … (section|specification|entry|usage|filled in|template); examples? (section|specification|entry);
    sample … (section|entry); worked example; filled-in example; example of … (section|specification|entry|document)`,
  titles: {
    abstract: 'abstract',
    acceptance: `
      acceptance criteria; acceptance; success criteria; exit criteria; definition of done; done when`,
    alternatives: `
      alternatives; alternatives considered; considered alternatives; alternative approaches; alternative solutions;
      other approaches; rejected alternatives; rejected options; alternative designs; rationale and alternatives;
      options not taken`,
    approach: 'approach; proposed approach; strategy; technical approach; methodology',
    architecture: `
      architecture; system architecture; design; detailed design; technical design; system design; design details;
      high-level design; proposed design; architecture overview`,
    assumptions: 'assumptions; premises; preconditions',
    author: 'author; authors; owner; owners; written by; editor; editors',
    background: 'background; background information; prior context',
    compatibility: `
      compatibility; backwards compatibility; backward compatibility; compatibility considerations; breaking changes`,
    conclusion: 'conclusion; conclusions; closing remarks',
    consequences: 'consequences; implications; outcomes; results; effects; decision outcome',
    constraints: 'constraints; limitations; limits; restrictions; known limitations',
    context: 'context; context and problem statement; situation; current state; current situation',
    costs: 'cost; costs; budget; effort; estimates; cost estimate',
    date: 'date; created; created on; start date',
    decision: `
      decision; decisions; decision outcome; resolution; recommendation; chosen option; what we decided`,
    dependencies: 'dependencies; prerequisites; requires; depends on; external dependencies',
    deployment: `
      deployment; rollout; release plan; rollout plan; release; deployment plan; launch plan; roll-out`,
    drawbacks: 'drawbacks; disadvantages; downsides; cons; trade-offs; tradeoffs; costs and drawbacks',
    examples: 'example; examples; basic example; use case; use cases; samples; usage examples',
    faq: 'faq; frequently asked questions; questions and answers; q&a',
    future: `
      future work; future; future possibilities; next steps; follow-up; outlook; future directions; follow-up work;
      action items; further work`,
    glossary: `
      glossary; terminology; definitions; terms; terms and definitions; vocabulary; abbreviations; concepts`,
    goals: 'goals; goal; objectives; objective; aims; purpose; targets',
    history: `
      history; changelog; change log; revision history; document history; version history; revisions; changes; amendments;
      change history`,
    impact: 'impact; impacts; affected areas; effects; impact analysis; scope of impact',
    implementation: `
      implementation; implementation details; implementation plan; implementation notes; technical details;
      technical implementation; reference implementation`,
    installation: 'installation; install; setup; set-up; getting started; quick start; installing',
    interfaces: 'interfaces; interface; api; apis; public api; api design; endpoints; contracts; api changes',
    introduction: 'introduction; intro; about; preface; preamble',
    issues: 'issues; known issues; open issues; related issues; problems; bugs',
    lessons: 'lessons; lessons learned; learnings; lessons learnt; retrospective; takeaways',
    licence: `
      license; licence; licensing; copyright; legal; copyright waiver; copyright notice; license and copyright; legal notice;
      intellectual property`,
    maintenance: 'maintenance; support; ownership',
    metadata: 'metadata; meta; document information; document control; about this document',
    metrics: 'metrics; success metrics; kpis; measures; key metrics; measurements',
    migration: `
      migration; migration plan; migration strategy; upgrade; upgrade path; transition; transition plan; adoption strategy`,
    monitoring: 'monitoring; observability; monitoring and alerting; telemetry; alerts; alerting; logging',
    motivation: 'motivation; why; reasons; drivers; decision drivers; why now',
    negative: 'negative; negatives; negative consequences; cons; disadvantages; bad',
    neutral: 'neutral; neutral consequences',
    nonGoals: `
      non-goals; nongoals; out of scope; not in scope; exclusions; what this is not; excluded`,
    notes: `
      notes; remarks; comments; additional notes; additional information; further information; additional context;
      miscellaneous; other notes`,
    operations: 'operations; operation; runbook; operational considerations; operational aspects',
    options: 'options; considered options; options considered; proposals; possible solutions; candidates',
    overview: 'overview; at a glance; high-level overview; general description',
    performance: `
      performance; scalability; performance considerations; performance and scalability; performance impact; load`,
    plan: 'plan; project plan; work plan; roadmap; tasks; work items; work breakdown',
    positive: 'positive; positives; positive consequences; pros; advantages; benefits; good',
    priorArt: 'prior art; related work; existing solutions; state of the art; prior work; existing work',
    problem: `
      problem; problem statement; problem description; the problem; issue; challenge; problem definition`,
    questions: `
      questions; open questions; unresolved questions; outstanding questions; unknowns; points to clarify; to be clarified;
      open points`,
    rationale: 'rationale; justification; reasoning; design rationale; why this approach',
    references: `
      references; links; further reading; see also; bibliography; resources; sources; related documents; related links;
      more information; related documentation; literature`,
    requirements: 'requirements; functional requirements; needs; specification of requirements',
    risks: 'risks; risk; risks and mitigations; risk assessment; concerns; risk analysis; threats',
    rollback: 'rollback; rollback plan; rollback strategy; backout plan; roll back; recovery; contingency',
    scope: 'scope; in scope; what is included; coverage',
    security: `
      security; security considerations; security implications; security and privacy; security impact; privacy;
      privacy and security; threat model; security model`,
    solution: `
      solution; proposed solution; proposal; proposed change; proposed changes; the proposal; suggested solution; resolution`,
    specification: `
      specification; technical specification; spec; details; detailed description; detailed specification; formal specification`,
    stakeholders: `
      stakeholders; audience; target audience; users; interested parties; who is affected; target users`,
    status: 'status; state; current status; stage',
    summary: `
      summary; tl;dr; tldr; executive summary; in short; in brief; synopsis; description; brief; short summary; simple summary; brief summary;
      short description`,
    team: 'team; people; contributors; roles; roles and responsibilities; contacts; contact',
    testing: `
      testing; tests; test plan; test strategy; testing strategy; verification; validation; quality assurance; how to test;
      how was this tested; testing plan; test cases`,
    timeline: 'timeline; schedule; milestones; timetable; phases; key dates; time line',
    usage: 'usage; how to use; how it works; using it; user guide',
    userStories: 'user stories; user scenarios; scenarios; user journeys; stories',
  },
  terms,
  emptyWords: `
    a; an; and; as; at; by; for; from; in; into; is; it; its; of; on; or; our; the; this; to; with; your`,
};

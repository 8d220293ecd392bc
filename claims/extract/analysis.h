#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ANALYSIS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ANALYSIS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/text/tokens.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"

// Everything found in one document, as flat records that refer to each other by
// index (kNone: nothing) and to the text by span.  Protobuf is for the border;
// these are for the loop.  Each finder fills the vectors that are its own and
// reads those of the finders before it, in this order:
//
//   Tokenize, Lexicon::Annotate
//   FindDocumentDate -> date
//   FindTimes        -> times
//   FindQuantities   -> quantities      (skips tokens that times took)
//   FindNames        -> names, entities
//   FindQuotations   -> quotes
//   FindAttributions -> attributions    (and their speakers)
//   FindEvents       -> events          (and their factuality)
//   BuildClaims      -> claims
namespace claimcheck {

// --- Times and quantities

struct TimeMention {
  Span span;  // as TIMEX3 marks it: "early on Wednesday morning", no preposition
  TokenRange tokens;
  uint32_t sentence = 0;
  TimeValue value;
  const char* rule = "";  // of extraction: "time.weekday"; a literal
};

enum class QuantityKind : uint8_t { kNumber, kPercent, kMoney, kQuantity };

struct QuantityMention {
  Span span;  // number, hedge excluded, with its unit: "11,000 containers"
  TokenRange tokens;
  uint32_t sentence = 0;
  QuantityKind kind = QuantityKind::kNumber;
  QuantityValue value;
  Span hedge;         // "more than"; empty: none
  Span number;        // the digits or number words alone
  TokenRange counted; // the noun phrase that is counted, "of" phrase included
  uint32_t head = kNone;  // its noun: "containers"
  const char* rule = "";
};

// --- Names

enum class NameType : uint8_t { kUnknown, kPerson, kOrganisation, kPlace };

// Words that name somebody or something, or stand for a name.
struct NameMention {
  enum Form : uint8_t {
    kName,         // "Peter Hollis", "Oslo"
    kPronoun,      // "he", "they"
    kDescription,  // "the ministry", "the two leaders", "the Russian president"
  };
  Span span;  // the name without title: "Peter Hollis"
  TokenRange tokens;
  TokenRange phrase;  // with title, role, nationality: "Russian President ..."
  uint32_t sentence = 0;
  Form form = kName;
  bool possessive = false;  // followed by 's
  bool metonym = false;     // a capital or seat that may stand for a government
  uint32_t entity = kNone;  // who it is, when the text allows
  uint32_t entity2 = kNone; // "the two leaders": the other one
};

// One person, organisation or place of this document; its mentions share it.
struct Entity {
  NameType type = NameType::kUnknown;
  Span name;          // its longest written form
  uint32_t mentions = 0;
  uint32_t first_mention = kNone;  // index into names
  std::string key;    // folded canonical name: "peter hollis", "norway"
  absl::string_view country;  // ISO 3166 alpha-2 when a place or metonym has one
  absl::string_view role;     // "president", when one is written with the name
  enum Gender : uint8_t { kNoGender, kMale, kFemale } gender = kNoGender;
  bool plural = false;
  bool is_country = false;
  bool city = false;      // a city, capital or "the city of X"
  bool facility = false;  // airport, stadium: a place inside a place
  uint32_t within = kNone;  // a place that the text says it lies in
};

// --- Quotations and attributions

// Words between quotation marks.
struct Quote {
  Span span;     // with the marks
  Span content;  // without
  TokenRange tokens;  // of the content
  uint32_t sentence = 0;  // of its first token
  bool fragment = false;  // grown into the sentence: said he was "quite certain"
  bool continued = false; // an earlier paragraph's quotation goes on here
  bool unclosed = false;  // ends at its paragraph without a closing mark
  bool nested = false;    // inside another quotation
  bool title = false;     // a title or label, nobody's speech
  uint32_t attribution = kNone;
};

enum class AttributionKind : uint8_t {  // as claimcheck.v1.Attribution.Kind
  kNone = 0, kDirectQuote = 1, kReported = 2, kDocument = 3, kAnonymous = 4 };
enum class Stance : uint8_t {  // as claimcheck.v1.Attribution.Stance
  kNone = 0, kAsserts = 1, kDenies = 2, kDoubts = 3, kAsks = 4 };

struct Attribution {
  absl::InlinedVector<Span, 2> content;  // in pieces when interrupted
  Span cue;                // "said", "according to"
  Span speaker;            // as written next to the cue: "he", "the ministry"
  uint32_t speaker_name = kNone;    // index into names
  uint32_t speaker_entity = kNone;  // resolved: index into entities
  uint32_t sentence = 0;
  AttributionKind kind = AttributionKind::kNone;
  Stance stance = Stance::kAsserts;
  bool direct = false;
  uint32_t outer = kNone;  // "police said witnesses told them": the outer one
  const char* rule = "";
};

// --- Events

enum class Status : uint8_t {  // as claimcheck.v1.Factuality.Status
  kNone = 0,
  kFact = 1,
  kPlan = 2,
  kPossibility = 3,
  kDenial = 4,
  kNegation = 5,
  kHypothetical = 6,
};

// Which of several like events: "last", "first", "second".
enum class Instance : uint8_t { kNone, kFirst, kLast, kNext, kOther };

// Something that happens: who, did what, to whom, where, when.
struct Event {
  Span trigger;  // "touched down", "meeting"
  TokenRange tokens;
  TokenRange clause;  // the finite clause it stands in
  uint32_t sentence = 0;
  absl::string_view cls;  // class of the lexicon ("arrive"), else the lemma
  bool typed = false;     // the class comes from the lexicon
  bool nominal = false;   // "the meeting", not "met"
  bool definite = false;  // "the meeting", "his visit"
  Instance instance = Instance::kNone;
  Status status = Status::kFact;
  Span status_cue;
  // Indices into names.  Mutual events (meet, talks) have all in `agents`.
  absl::InlinedVector<uint32_t, 2> agents;
  absl::InlinedVector<uint32_t, 2> patients;
  absl::InlinedVector<uint32_t, 2> places;
  absl::InlinedVector<uint32_t, 2> times;       // indices into times
  absl::InlinedVector<uint32_t, 2> quantities;  // indices into quantities
  bool implicit_agents = false;  // taken over from another clause
  uint32_t coreferent = kNone;   // an earlier event of this document, the same
};

// --- Claims

enum class ClaimKind : uint8_t {  // as claimcheck.v1.Claim.Kind
  kNone = 0,
  kEventTime = 1,
  kEventPlace = 2,
  kQuantity = 3,
  kQuotation = 4,
  kStatement = 5,
  kDuration = 6,
  kSuperlative = 7,
  kName = 8,
};

// One checkable statement.  Indices say where its parts lie.
struct ClaimRecord {
  ClaimKind kind = ClaimKind::kNone;
  Status status = Status::kFact;
  Span span;  // the decisive words: what a finding points at
  uint32_t sentence = 0;
  uint32_t event = kNone;
  uint32_t time = kNone;      // kEventTime, kDuration; else the time of the event
  uint32_t place = kNone;     // index into names
  uint32_t name = kNone;      // kName: index into names
  uint32_t quantity = kNone;
  uint32_t quote = kNone;
  uint32_t attribution = kNone;  // outermost one that holds it
  Stance stance = Stance::kNone;
};

// --- The document

enum class DateSource : uint8_t {  // as claimcheck.v1.DateSource
  kNone = 0,
  kNotKnown = 1,
  kGiven = 2,
  kDateline = 3,
  kTextToday = 4,
  kTextWeekday = 5,
  kOtherDocuments = 6,
};

// When the document was published, and how that is known.
struct DocumentDate {
  bool known = false;
  int32_t year = 0;
  int8_t month = 0;
  int8_t day = 0;
  int32_t second_of_day = -1;  // -1: only the day is known
  DateSource source = DateSource::kNotKnown;
  Span evidence;
};

struct DocumentAnalysis {
  std::string id;
  std::string publisher;
  std::string derived_from;
  bool checked = true;    // its claims are to be checked
  bool reference = true;  // its claims are evidence
  TokenizedText text;
  LexHits lex;
  DocumentDate date;
  std::vector<TimeMention> times;
  std::vector<QuantityMention> quantities;
  std::vector<NameMention> names;
  std::vector<Entity> entities;
  std::vector<Quote> quotes;
  std::vector<Attribution> attributions;
  std::vector<Event> events;
  std::vector<ClaimRecord> claims;

  // Forgets the document, keeps the memory.
  void Clear();
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ANALYSIS_H_

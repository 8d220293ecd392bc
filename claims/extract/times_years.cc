// Years, decades and centuries.
#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

// "AD", "BC" behind a year; sets before_christ, gives the token behind.
uint32_t ReadEra(const TimeReader& r, uint32_t i, TimeParts* out, bool* era) {
  *era = false;
  const bool bc =
      r.IsAny(i, Id("bc"), Id("b.c."), Id("bce"), Id("b.c.e."), Id("b.c"));
  const bool ad =
      r.IsAny(i, Id("ad"), Id("a.d."), Id("ce"), Id("c.e."), Id("a.d"));
  if (!bc && !ad) return i;
  // "Ad" and "Ce" of running text are no era.
  if (!r.token(i).Is(Token::kAllCaps) && r.token(i).folded_size == 2 &&
      r.token(i).Is(Token::kCapital)) {
    return i;
  }
  out->before_christ = bc;
  *era = true;
  return i + 1;
}

// A number that is no year whatever stands around it: an amount of money, a
// part of a longer number, a code.
bool PartOfNumber(const TimeReader& r, uint32_t i) {
  if (i > r.begin() && r.Joined(i)) {
    const Token& before = r.token(i - 1);
    // "2014~2018"
    const bool wave =
        r.IsChar(i - 1, '~') && i - 1 > r.begin() && r.Digits(i - 2) == 4;
    if (before.kind == TokenKind::kSymbol && !wave) return true;
    if (r.IsNumber(i - 1) || r.IsChar(i - 1, '.') || r.IsChar(i - 1, '/')) {
      return true;
    }
    if (r.IsChar(i - 1, ',') && r.Joined(i - 1) && i - 1 > r.begin() &&
        r.IsNumber(i - 2)) {
      return true;
    }
    if (before.kind == TokenKind::kWord) return true;
    // "555-2019"; but "1987-2019" are years.
    if (r.IsChar(i - 1, '-') && r.Joined(i - 1) && i - 1 > r.begin() &&
        r.IsNumber(i - 2) &&
        (r.Digits(i - 2) != 4 ||
         (r.JoinedChar(i - 3, '-') && r.Joined(i - 2)))) {
      return true;
    }
  }
  if (i > r.begin() &&
      (r.Has(i - 1, Lex::kCurrency) || r.Has(i - 1, Lex::kNotAQuantity) ||
       r.IsChar(i - 1, '$') || r.IsChar(i - 1, '#'))) {
    return true;
  }
  if (!r.Joined(i + 1)) return false;
  const Token& next = r.token(i + 1);
  if (next.kind == TokenKind::kSymbol) {
    return !(r.IsChar(i + 1, '~') && r.Digits(i + 2) == 4);
  }
  if (next.kind == TokenKind::kWord && !r.Is(i + 1, Id("'s"))) return true;
  return (r.IsChar(i + 1, '.') || r.IsChar(i + 1, ',') ||
          r.IsChar(i + 1, ':')) &&
         r.Joined(i + 2) && r.IsNumber(i + 2);
}

// True when what stands at `i` is one word with the number before it.
bool GoesOn(const TimeReader& r, uint32_t i) {
  if (!r.Joined(i)) return false;
  if (r.token(i).kind == TokenKind::kQuote) return false;
  return !(r.IsChar(i, '.') || r.IsChar(i, ',') || r.IsChar(i, ')') ||
           r.IsChar(i, ';') || r.IsChar(i, '?') || r.IsChar(i, ':')) ||
         (r.Joined(i + 1) && r.IsNumber(i + 1));
}

// True when the word at `i` looks like the plural noun that the number before
// it counts: "2000 troops".
bool LooksCounted(const TimeReader& r, uint32_t i) {
  if (!r.IsWord(i) || r.token(i).Is(Token::kCapital)) return false;
  // "in 1958 in Oslo" counts no inches.
  if (r.Is(i, Id("in"))) return false;
  if (r.Has(i, Lex::kUnit) || r.Has(i, Lex::kScale)) return true;
  if (r.Has(i, Lex::kAuxiliary) || r.Has(i, Lex::kPreposition) ||
      r.Has(i, Lex::kConjunction) || r.Has(i, Lex::kPronoun) ||
      r.Has(i, Lex::kDeterminer) || r.Has(i, Lex::kStopWord)) {
    return false;
  }
  const absl::string_view word = r.text().Folded(i);
  if (r.IsAny(i, Id("people"), Id("men"), Id("women"), Id("children"))) {
    return true;
  }
  return word.size() > 3 && word.back() == 's' &&
         word[word.size() - 2] != 's' && word != "was" && word != "this" &&
         word != "has" && word != "years" && word != "onwards" &&
         word != "levels" && word != "always";
}

// "2014 to 2018": the first of two years.
bool BeginsYears(const TimeReader& r, uint32_t i) {
  const int first = r.Figure(i), last = r.Figure(i + 2);
  return (r.IsAny(i + 1, Id("to"), Id("through"), Id("until"), Id("till"),
                  Id("thru")) ||
          r.IsChar(i + 1, '-') || r.IsChar(i + 1, '~')) &&
         r.Digits(i + 2) == 4 && first >= 1900 && last > first &&
         last <= 2100 && !LooksCounted(r, i + 3);
}

bool StrongYearWord(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("in"), Id("since"), Id("until"), Id("till"),
                 Id("during"), Id("circa"), Id("by"), Id("year"), Id("fiscal"),
                 Id("early"), Id("late"), Id("mid"), Id("summer"), Id("winter"),
                 Id("autumn"), Id("spring"), Id("fall")) ||
         r.IsAny(i, Id("cy"), Id("fy"), Id("years"), Id("before"), Id("after"),
                 Id("through"), Id("throughout"), Id("between"), Id("from"));
}

bool WeakYearWord(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("of"), Id("to"), Id("and"), Id("or"), Id("than"),
                 Id("the"), Id("its"), Id("his"), Id("her"), Id("their"),
                 Id("a"), Id("for"), Id("this"), Id("our"), Id("on"), Id("'s"),
                 Id("an"), Id("around"), Id("about"), Id("as"), Id("with"),
                 Id("at"), Id("per")) ||
         r.IsAny(i, Id("both"), Id("due"));
}

// "c. 1580", "circa 370": a year of any age may follow.
bool AfterCirca(const TimeReader& r, uint32_t i) {
  if (i <= r.begin()) return false;
  if (r.IsAny(i - 1, Id("circa"), Id("c."), Id("ca."))) return true;
  return i > r.begin() + 1 && r.JoinedChar(i - 1, '.') &&
         r.IsAny(i - 2, Id("c"), Id("ca"));
}

// A year at the other end of a dash: "1861-1863", "1715 - 1774".
bool YearsDash(const TimeReader& r, uint32_t i, int value) {
  constexpr int kLongest = 150;
  if (r.IsChar(i + 1, '-') && r.Digits(i + 2) == 4) {
    const int length = r.Figure(i + 2) - value;
    if (length > 0 && length <= kLongest) return true;
  }
  if (i > r.begin() + 1 && r.IsChar(i - 1, '-') && r.Digits(i - 2) == 4) {
    const int length = value - r.Figure(i - 2);
    return length > 0 && length <= kLongest;
  }
  return false;
}

// "(837-908)", "(c. 314 - 368)": the years of a life.
bool InBracketedYears(const TimeReader& r, uint32_t i) {
  constexpr int kLongest = 120;
  uint32_t first = i;
  if (!r.IsChar(i + 1, '-')) {
    if (i < r.begin() + 3 || !r.IsChar(i - 1, '-')) return false;
    first = i - 2;
  }
  const uint32_t last = first + 2;
  if (r.Digits(first) != 3 || r.Digits(last) != 3 || first <= r.begin() ||
      !r.IsChar(last + 1, ')') ||
      !(r.IsChar(first - 1, '(') || AfterCirca(r, first))) {
    return false;
  }
  const int length = r.Figure(last) - r.Figure(first);
  return length > 0 && length <= kLongest;
}

// "In 1998 surgeons operated", "by 1990 farmers had left": a year, whatever follows.
// Round figures and those behind "by" may count inside a sentence: "in 2000 cases", "by
// 1950 votes".
bool LeadsToYear(const TimeReader& r, uint32_t i, int value) {
  if (i <= r.begin() || r.Has(i + 1, Lex::kUnit) || r.Has(i + 1, Lex::kScale)) return false;
  const bool first = i - 1 == r.begin() || r.IsChar(i - 2, ',');
  if (r.Is(i - 1, Id("by"))) return first;
  return r.IsAny(i - 1, Id("in"), Id("since"), Id("until"), Id("during")) &&
         (first || value % 100 != 0);
}

// How sure it is that four digits are a year.
enum class Company { kNone, kMaybe, kYes };

Company YearCompany(const TimeReader& r, uint32_t i, int value) {
  const bool modern = value >= 1900 && value <= 2039;
  const bool usual = value >= 1500 && value <= 2150;
  if (modern && BeginsYears(r, i)) return Company::kYes;
  if (LooksCounted(r, i + 1) &&
      !(modern && i > r.begin() &&
        (LeadsToYear(r, i, value) ||
         r.IsAny(i - 1, Id("the"), Id("its"), Id("his"), Id("her"), Id("their"))))) {
    return Company::kNone;
  }
  if (AfterCirca(r, i)) return Company::kYes;
  if (i > r.begin()) {
    if (StrongYearWord(r, i - 1)) {
      // "in 1423 it became": of hundreds and before nouns it may count.
      const bool old = value % 100 != 0 && r.Is(i - 1, Id("in")) &&
                       (!r.IsWord(i + 1) || r.Has(i + 1, Lex::kPronoun) ||
                        r.Has(i + 1, Lex::kDeterminer));
      return usual || old || !r.Has(i - 1, Lex::kPreposition) ? Company::kYes
                                                              : Company::kMaybe;
    }
    if (WeakYearWord(r, i - 1) && modern) return Company::kYes;
    if (r.IsAny(i - 1, Id("of"), Id("to"), Id("and"), Id("or"), Id("the")) &&
        usual) {
      return Company::kYes;
    }
  }
  if (r.Is(i + 1, Id("'s")) && modern) return Company::kYes;
  // "(2005)", "1990-1995", "Kabul, 2005", and a heading "1936".
  const bool before_edge =
      i == r.begin() || r.IsChar(i - 1, '(') || r.IsChar(i - 1, ',') ||
      r.IsChar(i - 1, '-') || r.IsChar(i - 1, ';') || r.IsChar(i - 1, ':') ||
      r.IsChar(i - 1, '[') || r.token(i - 1).kind == TokenKind::kQuote;
  const bool behind_edge =
      !r.Valid(i + 1) || r.IsChar(i + 1, ')') || r.IsChar(i + 1, ',') ||
      r.IsChar(i + 1, '-') || r.IsChar(i + 1, '.') || r.IsChar(i + 1, ';') ||
      r.IsChar(i + 1, ':') || r.IsChar(i + 1, ']') || r.IsChar(i + 1, '?');
  if (usual && before_edge && behind_edge) return Company::kYes;
  if (modern && (before_edge || behind_edge)) return Company::kYes;
  if (usual && YearsDash(r, i, value)) return Company::kYes;
  // "(1480)"
  if (i > r.begin() && r.IsChar(i - 1, '(') && r.IsChar(i + 1, ')')) {
    return Company::kYes;
  }
  // "World Cup 2018", "the late Soviet 1980 plan"
  if (modern && (r.IsCapital(i + 1) || (i > r.begin() && r.IsCapital(i - 1)))) {
    return Company::kYes;
  }
  // "opened 2012 with a win", "a secret 1902 pact": not of hundreds, which are
  // more often a rounded count.
  if (modern && value % 100 != 0) return Company::kYes;
  if (usual && value % 100 != 0 && i > r.begin() && r.IsWord(i + 1) &&
      !r.IsCapital(i + 1) &&
      r.IsAny(i - 1, Id("his"), Id("her"), Id("its"), Id("their"), Id("this"),
              Id("'s"))) {
    return Company::kYes;
  }
  return value <= 2150 ? Company::kMaybe : Company::kNone;
}

}  // namespace

bool ReadYear(const TimeReader& r, uint32_t i, TimeParts* out) {
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->rule = "time.year";
  // "the year 2000"; the year of a fiscal or calendar kind
  uint32_t k = i;
  if (r.Is(k, Id("the"))) ++k;
  if (r.IsAny(k, Id("year"), Id("years"), Id("fiscal"), Id("financial"),
              Id("cy"), Id("fy"))) {
    out->fiscal = r.IsAny(k, Id("fiscal"), Id("financial"), Id("fy"));
    uint32_t n = k + 1;
    if (out->fiscal && r.Is(n, Id("year"))) ++n;
    const int value = r.Figure(n);
    uint32_t next = n;
    const bool joined = r.Is(k, Id("fy")) && r.Joined(n) && !r.Joined(n + 1);
    if (r.Digits(n) == 4 && value >= 1000 && value <= 2999 &&
        (joined || !PartOfNumber(r, n))) {  // "FY2019"
      out->year = value;
      out->end = n + 1;
      if (r.Is(k, Id("years"))) {
        // "the years 1955-1957": the first of two
        out->begin = n;
      }
      return true;
    }
    if (r.Joined(k + 1) && r.Digits(k + 1) == 2 && !r.Is(k, Id("year"))) {
      out->year = r.Figure(k + 1);
      out->short_century = true;
      out->end = k + 2;
      return true;
    }
    if (const int words = r.IsWord(n) ? r.ReadYearWords(n, &next) : 0;
        words > 0) {
      out->year = words;
      out->end = next;
      return true;
    }
    return false;
  }
  if (k != i) return false;
  // "1871-72", "2007/08": the second of two
  if (i >= r.begin() + 2 && r.Digits(i) == 2 && r.Digits(i - 2) == 4 &&
      (r.IsChar(i - 1, '-') || r.IsChar(i - 1, '/')) && !GoesOn(r, i + 1)) {
    const int first = r.Figure(i - 2);
    const int value = first / 100 * 100 + r.Figure(i);
    if (first >= 1500 && first <= 2099 && value > first) {
      out->year = value;
      out->end = i + 1;
      out->rule = "time.year.second";
      out->bare = false;
      return true;
    }
  }
  // "'99"
  if (r.IsChar(i, '\'') && r.Joined(i + 1) && r.Digits(i + 1) == 2 &&
      !r.Joined(i + 2)) {
    out->year = r.Figure(i + 1);
    out->short_century = true;
    out->end = i + 2;
    out->rule = "time.year.short";
    return true;
  }
  bool era = false;
  if (r.IsNumber(i)) {
    const int value = r.Figure(i);
    if (r.Digits(i) == 3 && InBracketedYears(r, i)) {
      out->year = value;
      out->end = i + 1;
      return true;
    }
    if (value < 1 || r.Digits(i) > 4 || PartOfNumber(r, i)) return false;
    // "2000 over 3" and nothing else is a fraction.
    if (i == r.begin() && r.end() == i + 3 && r.Is(i + 1, Id("over"))) {
      return false;
    }
    out->end = ReadEra(r, i + 1, out, &era);
    if (era) {
      out->year = value;
      out->rule = "time.year.era";
      return true;
    }
    if (i > r.begin() && r.IsAny(i - 1, Id("ad"), Id("a.d.")) && value > 31 &&
        r.token(i - 1).Is(Token::kAllCaps)) {
      out->year = value;
      out->end = i + 1;
      return true;
    }
    if (r.Digits(i) == 3 && AfterCirca(r, i)) {
      out->year = value;
      out->end = i + 1;
      return true;
    }
    if (r.Digits(i) != 4 || value < 1000) return false;
    const Company company = YearCompany(r, i, value);
    if (company == Company::kNone) return false;
    out->year = value;
    out->end = i + 1;
    out->bare = company == Company::kMaybe;
    return true;
  }
  // "nineteen ninety-six"
  uint32_t next = i;
  if (!r.Has(i, Lex::kCardinal)) return false;
  const int words = r.ReadYearWords(i, &next);
  if (words < 1300 || words > 2099) return false;
  if (r.Has(next, Lex::kTimeUnit) || LooksCounted(r, next)) return false;
  if (words % 100 == 0 && words != 2000) return false;
  out->year = words;
  out->end = next;
  out->bare = words < 2010 && words >= 2000 && !AfterTimePreposition(r, i);
  out->rule = "time.year.words";
  return true;
}

bool ReadDecade(const TimeReader& r, uint32_t i, TimeParts* out) {
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->rule = "time.decade";
  uint32_t k = i;
  const bool apostrophe = r.IsChar(k, '\'') && r.Joined(k + 1);
  if (apostrophe) ++k;
  if (r.IsNumber(k)) {
    const int value = r.Figure(k);
    const bool plural = (r.Is(k + 1, Id("s")) && r.Joined(k + 1)) ||
                        r.Is(k + 1, Id("'s")) ||
                        // "1990 s", torn apart
                        (r.Is(k + 1, Id("s")) && r.Digits(k) == 4);
    if (!plural || value % 10 != 0) return false;
    out->end = k + 2;
    if (r.Digits(k) == 4 && value >= 1000 && value <= 2990) {
      if (value % 1000 != 0 && value % 100 == 0) {
        out->century = value / 100;
      } else {
        out->decade = value / 10;
      }
      return true;
    }
    if (r.Digits(k) != 2) return false;
    const bool asked =
        apostrophe ||
        (i > r.begin() && r.IsAny(i - 1, Id("the"), Id("early"), Id("late"),
                                  Id("mid"), Id("and"), Id("or"), Id("to"))) ||
        (i > r.begin() && r.IsChar(i - 1, '-'));
    // "in his 80s", "in the low 60s"
    if (!asked) return false;
    out->decade = value / 10;
    out->short_century = true;
    return true;
  }
  // "nineteen eighties", "the nineties"
  uint32_t next = k;
  const int high = r.ReadSmallWords(k, &next);
  const uint32_t at = high >= 13 && high <= 20 ? next : k;
  uint32_t name = at;
  if (at > k && r.JoinedChar(name, '-')) ++name;
  const LexHit* unit = r.Hit(name, Lex::kTimeUnit);
  int tens = 0;
  if (unit == nullptr || unit->entry->id != "decade-name" ||
      !absl::SimpleAtoi(unit->entry->value_text, &tens)) {
    return false;
  }
  if (at == k && !(i > r.begin() && r.IsAny(i - 1, Id("the"), Id("early"),
                                            Id("late"), Id("mid")))) {
    return false;
  }
  out->decade = at > k ? high * 10 + tens / 10 : tens / 10;
  out->short_century = at == k;
  out->end = name + unit->tokens;
  return true;
}

bool ReadCentury(const TimeReader& r, uint32_t i, TimeParts* out) {
  out->Clear();
  uint32_t next = i;
  const int n = r.ReadOrdinal(i, &next);
  if (n < 1 || n > 30) return false;
  if (r.IsChar(next, '-')) ++next;
  if (!r.IsAny(next, Id("century"), Id("centuries"))) return false;
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->century = n - 1;
  bool era = false;
  out->end = ReadEra(r, next + 1, out, &era);
  out->rule = "time.century";
  return true;
}

}  // namespace claimcheck

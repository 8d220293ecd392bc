#include "checker/input/document_loader.h"

#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "checker/input/file_reader.h"
#include "checker/input/json_reader.h"
#include "checker/input/text_check.h"
#include "claims/text/source_text.h"
#include "claims/text/utf8.h"
#include "checker/report/escape.h"

namespace claimcheck {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// absl::Status has a string_view of another kind in some versions.
absl::string_view View(const absl::Status& status) {
  return absl::string_view(status.message().data(), status.message().size());
}

absl::string_view LastPart(absl::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == absl::string_view::npos ? path : path.substr(slash + 1);
}

// An id is a string of a message, so it must be UTF-8.
std::string IdOf(absl::string_view name) {
  return IsValidUtf8(name) ? std::string(name) : EscapeForTerminal(name);
}

// Two digits at `at`, in a range.
bool TwoDigits(absl::string_view text, size_t at, int low, int high) {
  if (text.size() < at + 2) return false;
  const char tens = text[at], ones = text[at + 1];
  if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return false;
  const int value = (tens - '0') * 10 + (ones - '0');
  return low <= value && value <= high;
}

// "Z", "+09:00", "+0900", "+09" or nothing.
bool IsZone(absl::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (text[0] != '+' && text[0] != '-') return false;
  if (!TwoDigits(text, 1, 0, 14)) return false;
  text.remove_prefix(3);
  if (!text.empty() && text[0] == ':') {
    text.remove_prefix(1);
    if (text.empty()) return false;
  }
  return text.empty() || (text.size() == 2 && TwoDigits(text, 0, 0, 59));
}

// What the next line of standard error should say of `status`, a ReadJson
// error "column 7: what".
InputProblem JsonProblem(const JsonLine& line, const absl::Status& status) {
  InputProblem problem;
  problem.name = line.name;
  problem.line = line.number;
  problem.lost = true;
  absl::string_view what = View(status);
  uint64_t column;
  const size_t colon = what.find(": ");
  if (absl::ConsumePrefix(&what, "column ") &&
      absl::SimpleAtoi(what.substr(0, colon - 7), &column)) {
    problem.column = column;
    what.remove_prefix(colon - 7 + 2);
  }
  problem.what = std::string(what);
  if (line.cut) {
    absl::StrAppend(&problem.what,
                    "; the last line has no line end, so its writer may have "
                    "been interrupted");
  }
  return problem;
}

// `published` is kept when it is a date; else the text is searched for one.
void CheckPublished(const JsonLine& line, v1::Document* document,
                    InputProblems* problems) {
  if (document->published().empty() || IsIsoDate(document->published())) return;
  problems->Notice(
      line.name, line.number, 0,
      absl::StrCat("\"published\" is no ISO 8601 date (2024-06-18): \"",
                   document->published(), "\"; the text is searched for one"));
  document->clear_published();
}

// Tells of bytes that no writer meant; the text is used all the same.
void ReportOddBytes(absl::string_view name, absl::string_view text,
                    InputProblems* problems) {
  const OddBytes odd = FindOddBytes(text);
  if (odd.invalid == 0 && odd.nuls == 0) return;
  const SourceText source(text);
  if (odd.invalid > 0) {
    const Position at = source.PositionOf(odd.first_invalid);
    problems->Notice(
        name, at.line, at.column,
        absl::StrCat(odd.invalid, odd.invalid == 1 ? " place is" : " places are",
                     " not UTF-8, this is the first; read as unknown symbols"));
  }
  if (odd.nuls > 0) {
    const Position at = source.PositionOf(odd.first_nul);
    problems->Notice(name, at.line, at.column,
                     absl::StrCat(odd.nuls, " NUL byte", odd.nuls == 1 ? "" : "s",
                                  ", this is the first; read as unknown symbols"));
  }
}

}  // namespace

absl::StatusOr<InputFormat> FormatOf(absl::string_view name,
                                     InputFormat asked_for) {
  if (asked_for != InputFormat::kAuto) return asked_for;
  const absl::string_view file = LastPart(name);
  const size_t dot = file.rfind('.');
  if (dot == absl::string_view::npos || dot == 0) return InputFormat::kText;
  const absl::string_view ending = file.substr(dot + 1);
  for (absl::string_view lines : {"jsonl", "ndjson"}) {
    if (absl::EqualsIgnoreCase(ending, lines)) return InputFormat::kJsonLines;
  }
  for (absl::string_view other : {"pb", "pbs", "binpb", "warc"}) {
    if (absl::EqualsIgnoreCase(ending, other)) {
      return absl::UnimplementedError(
          absl::StrCat("files in .", other, " are not supported yet; give text "
                       "or JSON Lines (or --input=text to read it as it is)"));
    }
  }
  return InputFormat::kText;
}

bool IsIsoDate(absl::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  if (!TwoDigits(text, 0, 0, 99) || !TwoDigits(text, 2, 0, 99) ||
      !TwoDigits(text, 5, 1, 12) || !TwoDigits(text, 8, 1, 31)) {
    return false;
  }
  int year, month, day;
  if (!absl::SimpleAtoi(text.substr(0, 4), &year) ||
      !absl::SimpleAtoi(text.substr(5, 2), &month) ||
      !absl::SimpleAtoi(text.substr(8, 2), &day) || year < 1) {
    return false;
  }
  // CivilDay carries over: 30 February would become 1 March.
  if (absl::CivilDay(year, month, day).day() != day) return false;
  text.remove_prefix(10);
  if (text.empty()) return true;
  if (text.size() < 6 || text[0] != 'T' || !TwoDigits(text, 1, 0, 23) ||
      text[3] != ':' || !TwoDigits(text, 4, 0, 59)) {
    return false;
  }
  text.remove_prefix(6);
  if (!text.empty() && text[0] == ':') {
    if (!TwoDigits(text, 1, 0, 60)) return false;
    text.remove_prefix(3);
    if (!text.empty() && text[0] == '.') {
      const size_t end = text.find_first_not_of("0123456789", 1);
      if (end == 1 || text.size() == 1) return false;
      text.remove_prefix(end == absl::string_view::npos ? text.size() : end);
    }
  }
  return IsZone(text);
}

absl::Status GivenDates::Add(absl::string_view flag) {
  const size_t equals = flag.rfind('=');
  if (equals == absl::string_view::npos || equals == 0) {
    return absl::InvalidArgumentError("write FILE=YYYY-MM-DD");
  }
  const absl::string_view date = flag.substr(equals + 1);
  if (!IsIsoDate(date)) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", date, "\" is no date; write YYYY-MM-DD"));
  }
  entries_.push_back({std::string(flag.substr(0, equals)), std::string(date),
                      std::make_shared<std::atomic<bool>>(false)});
  return absl::OkStatus();
}

void GivenDates::Apply(absl::string_view path, v1::Document* document) const {
  for (const Entry& entry : entries_) {
    if (entry.name == document->id() ||
        (!path.empty() && (entry.name == path || entry.name == LastPart(path)))) {
      document->set_published(entry.date);
      entry.used->store(true, std::memory_order_relaxed);
    }
  }
}

std::vector<std::string> GivenDates::Unused() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    if (!entry.used->load(std::memory_order_relaxed)) {
      names.push_back(entry.name);
    }
  }
  return names;
}

bool MakeTextDocument(absl::string_view name, std::string text,
                      v1::Document* document, InputProblems* problems) {
  const absl::Status is_text = CheckIsText(text);
  if (!is_text.ok()) {
    problems->Lost(name, 0, 0, View(is_text));
    return false;
  }
  ReportOddBytes(name, text, problems);
  document->set_id(IdOf(name));
  document->set_text(std::move(text));
  return true;
}

absl::Status ForEachJsonLine(
    const std::string& name, const Limits& limits, InputProblems* problems,
    const std::function<absl::Status(JsonLine)>& use) {
  absl::StatusOr<InputFile> file = InputFile::Open(name);
  if (!file.ok()) {
    problems->Lost(name, 0, 0, View(file.status()));
    return absl::OkStatus();
  }
  LineReader reader(*std::move(file), limits.max_file_bytes);
  LineReader::Line line;
  while (reader.Next(&line)) {
    if (line.too_long) {
      problems->Lost(name, line.number, 0,
                     absl::StrCat("the line is longer than ",
                                  limits.max_file_bytes,
                                  " bytes; raise --max-file-bytes"));
      continue;
    }
    absl::string_view text = line.text;
    if (line.number == 1) absl::ConsumePrefix(&text, kByteOrderMark);
    if (text.find_first_not_of(" \t\r") == absl::string_view::npos) continue;
    absl::Status used =
        use({name, line.number, !line.ended, std::string(text)});
    if (!used.ok()) return used;
  }
  if (!reader.status().ok()) {
    problems->Lost(name, 0, 0, View(reader.status()));
  }
  return absl::OkStatus();
}

bool ReadDocument(const JsonLine& line, const Limits& limits,
                  v1::Document* document, InputProblems* problems) {
  const absl::Status read = ReadJson(line.text, limits.json_depth, document);
  if (!read.ok()) {
    problems->Add(JsonProblem(line, read));
    return false;
  }
  if (document->id().empty()) {
    document->set_id(absl::StrCat(IdOf(line.name), ":", line.number));
  }
  CheckPublished(line, document, problems);
  return true;
}

bool ReadRequest(const JsonLine& line, const Limits& limits,
                 v1::CheckRequest* request, InputProblems* problems) {
  const absl::Status read = ReadJson(line.text, limits.json_depth, request);
  if (!read.ok()) {
    problems->Add(JsonProblem(line, read));
    return false;
  }
  if (!request->has_draft()) {
    problems->Lost(line.name, line.number, 0, "the request has no \"draft\"");
    return false;
  }
  CheckPublished(line, request->mutable_draft(), problems);
  for (v1::Document& source : *request->mutable_sources()) {
    CheckPublished(line, &source, problems);
  }
  return true;
}

void LoadDocuments(const std::vector<std::string>& names, InputFormat format,
                   const Limits& limits, const GivenDates& dates,
                   std::vector<v1::Document>* documents,
                   InputProblems* problems) {
  for (const std::string& name : names) {
    absl::StatusOr<InputFormat> file_format = FormatOf(name, format);
    if (!file_format.ok()) {
      problems->Lost(name, 0, 0, View(file_format.status()));
      continue;
    }
    v1::Document document;
    if (*file_format == InputFormat::kJsonLines) {
      ForEachJsonLine(name, limits, problems, [&](const JsonLine& line) {
        if (ReadDocument(line, limits, &document, problems)) {
          dates.Apply("", &document);
          documents->push_back(std::move(document));
        }
        return absl::OkStatus();
      }).IgnoreError();  // the lambda returns none
      continue;
    }
    absl::StatusOr<std::string> text =
        ReadWholeFile(name, limits.max_file_bytes);
    if (!text.ok()) {
      problems->Lost(name, 0, 0, View(text.status()));
    } else if (MakeTextDocument(name, *std::move(text), &document, problems)) {
      dates.Apply(name, &document);
      documents->push_back(std::move(document));
    }
  }
  MakeIdsUnique("document", documents);
}

void MakeIdsUnique(absl::string_view fallback,
                   std::vector<v1::Document>* documents) {
  // How many documents wanted an id; looked up by key only, so the order of the
  // map shows nowhere.
  absl::flat_hash_map<std::string, uint32_t> wanted;
  for (v1::Document& document : *documents) {
    if (document.id().empty()) document.set_id(std::string(fallback));
    std::string id = document.id();
    uint32_t& count = wanted[id];
    // "a#2" may itself be the id of another document.
    while (++count > 1) {
      id = absl::StrCat(document.id(), "#", count);
      if (wanted.try_emplace(id, 1).second) break;
    }
    document.set_id(std::move(id));
  }
}

}  // namespace claimcheck

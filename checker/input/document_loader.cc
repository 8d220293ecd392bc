#include "checker/input/document_loader.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "checker/input/file_reader.h"
#include "checker/input/gunzip.h"
#include "checker/input/iso_date.h"
#include "checker/input/json_reader.h"
#include "checker/input/name_list.h"
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

// A file of lines; one that is called so is unpacked into memory first.
absl::StatusOr<InputFile> OpenLines(const std::string& name,
                                    const Limits& limits) {
  if (!absl::EndsWithIgnoreCase(name, ".gz")) return InputFile::Open(name);
  absl::StatusOr<std::string> packed =
      ReadWholeFile(name, limits.max_file_bytes);
  if (!packed.ok()) return packed.status();
  ReadLimits unpack;
  unpack.max_bytes = Limits::kMostFileBytes;
  absl::StatusOr<std::string> bytes = Gunzip(*packed, unpack);
  if (!bytes.ok()) return bytes.status();
  return InputFile::OfBytes(*bytes);
}

}  // namespace

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

std::string ShownName(const std::string& name, const LoadOptions& options) {
  return name == "-" && !options.stdin_name.empty() ? options.stdin_name : name;
}

bool ReadFile(const std::string& name, std::string bytes,
              const LoadOptions& options, v1::Document* document,
              std::shared_ptr<const Original>* original,
              InputProblems* problems) {
  ReadLimits limits;
  limits.max_bytes = options.limits.max_file_bytes;
  absl::StatusOr<FileDocument> read = ReadFileDocument(
      name, std::move(bytes), options.format, options.encoding, limits);
  if (!read.ok()) {
    problems->Lost(name, 0, 0, View(read.status()));
    return false;
  }
  for (const std::string& notice : read->notices) {
    problems->Notice(name, 0, 0, notice);
  }
  *document = std::move(read->document);
  *original = std::move(read->original);
  if (*original == nullptr) ReportOddBytes(name, document->text(), problems);
  document->set_id(IdOf(name));
  if (options.dates != nullptr) options.dates->Apply(name, document);
  return true;
}

absl::Status ForEachJsonLine(
    const std::string& name, const Limits& limits, InputProblems* problems,
    const std::function<absl::Status(JsonLine)>& use) {
  absl::StatusOr<InputFile> file = OpenLines(name, limits);
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

void LoadDocuments(const std::vector<std::string>& names,
                   const LoadOptions& options, Documents* documents,
                   InputProblems* problems) {
  for (const std::string& name : ExpandNames(names, problems)) {
    if (!options.out.empty() && name == options.out &&
        std::find(names.begin(), names.end(), name) == names.end()) {
      continue;
    }
    const std::string shown = ShownName(name, options);
    v1::Document document;
    if (FormatOf(shown, options.format) == InputFormat::kJsonLines) {
      ForEachJsonLine(name, options.limits, problems, [&](const JsonLine& line) {
        if (ReadDocument(line, options.limits, &document, problems)) {
          if (options.dates != nullptr) options.dates->Apply("", &document);
          documents->documents.push_back(std::move(document));
        }
        return absl::OkStatus();
      }).IgnoreError();  // the lambda returns none
      documents->originals.resize(documents->documents.size());
      continue;
    }
    absl::StatusOr<std::string> bytes =
        ReadWholeFile(name, options.limits.max_file_bytes);
    std::shared_ptr<const Original> original;
    if (!bytes.ok()) {
      problems->Lost(shown, 0, 0, View(bytes.status()));
    } else if (ReadFile(shown, *std::move(bytes), options, &document, &original,
                        problems)) {
      documents->documents.push_back(std::move(document));
      documents->originals.push_back(std::move(original));
    }
  }
  MakeIdsUnique("document", &documents->documents);
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

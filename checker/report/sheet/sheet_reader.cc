#include "checker/report/sheet/sheet_reader.h"

#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "checker/input/json_reader.h"
#include "checker/report/escape.h"
#include "checker/report/sheet/csv_cell.h"

namespace claimcheck {
namespace {

constexpr uint32_t kJsonDepth = 8;

struct Column {
  const char* name;
  void (*set)(v1::SheetRow* row, std::string value);
};

bool IsTick(absl::string_view value) {
  value = absl::StripAsciiWhitespace(value);
  for (const char* yes : {"x", "yes", "true", "1", "✓", "✔"}) {
    if (absl::EqualsIgnoreCase(value, yes)) return true;
  }
  return false;
}

using Row = v1::SheetRow;
constexpr Column kColumns[] = {
    {"fingerprint",
     [](Row* row, std::string v) { row->set_fingerprint(std::move(v)); }},
    {"statement",
     [](Row* row, std::string v) { row->set_statement(std::move(v)); }},
    {"place", [](Row* row, std::string v) { row->set_place(std::move(v)); }},
    {"verdict",
     [](Row* row, std::string v) { row->set_verdict(std::move(v)); }},
    {"evidence",
     [](Row* row, std::string v) { row->set_evidence(std::move(v)); }},
    {"method", [](Row* row, std::string v) { row->set_method(std::move(v)); }},
    {"by", [](Row* row, std::string v) { row->set_by(std::move(v)); }},
    {"date", [](Row* row, std::string v) { row->set_date(std::move(v)); }},
    {"tick", [](Row* row, std::string v) { row->set_tick(IsTick(v)); }},
    {"note", [](Row* row, std::string v) { row->set_note(std::move(v)); }},
    {"rating", [](Row* row, std::string v) { row->set_rating(std::move(v)); }},
};

const Column* FindColumn(absl::string_view name) {
  name = absl::StripAsciiWhitespace(name);
  for (const Column& column : kColumns) {
    if (absl::EqualsIgnoreCase(name, column.name)) return &column;
  }
  return nullptr;
}

absl::Status CheckRows(const v1::Sheet& sheet) {
  absl::flat_hash_set<absl::string_view> seen;
  for (const v1::SheetRow& row : sheet.rows()) {
    if (!seen.insert(row.fingerprint()).second) {
      return absl::InvalidArgumentError(
          absl::StrCat("two rows have the fingerprint \"",
                       EscapeForTerminal(row.fingerprint()), "\""));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::Sheet> FromJson(absl::string_view bytes) {
  v1::Sheet read, sheet;
  if (absl::Status status = ReadJson(bytes, kJsonDepth, &read); !status.ok()) {
    return status;
  }
  for (v1::SheetRow& row : *read.mutable_rows()) {
    if (!row.fingerprint().empty()) *sheet.add_rows() = std::move(row);
  }
  return sheet;
}

absl::StatusOr<v1::Sheet> FromCsv(absl::string_view bytes) {
  absl::StatusOr<std::vector<CsvRecord>> records = ParseCsv(bytes);
  if (!records.ok()) return records.status();
  if (records->empty()) {
    return absl::InvalidArgumentError("line 1: the sheet is empty");
  }
  std::vector<const Column*> columns;
  for (const std::string& name : (*records)[0].cells) {
    columns.push_back(FindColumn(name));
  }
  bool keyed = false;
  for (const Column* column : columns) keyed |= column == &kColumns[0];
  if (!keyed) {
    return absl::InvalidArgumentError(
        "line 1: no column is called \"fingerprint\"");
  }
  v1::Sheet sheet;
  for (size_t r = 1; r < records->size(); ++r) {
    CsvRecord& record = (*records)[r];
    if (record.cells.size() > columns.size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", record.line, ": ", record.cells.size(),
                       " cells under ", columns.size(), " columns"));
    }
    v1::SheetRow row;
    for (size_t c = 0; c < record.cells.size(); ++c) {
      if (columns[c] == nullptr) continue;
      columns[c]->set(&row, UnguardCsvCell(std::move(record.cells[c])));
    }
    if (!row.fingerprint().empty()) *sheet.add_rows() = std::move(row);
  }
  return sheet;
}

}  // namespace

absl::StatusOr<std::vector<CsvRecord>> ParseCsv(absl::string_view text) {
  std::vector<CsvRecord> records;
  CsvRecord record;
  std::string cell;
  bool quoted = false;      // inside quotation marks
  bool was_quoted = false;  // the cell's closing mark has been read
  int line = 1, opened = 0;
  auto end_cell = [&] {
    record.cells.push_back(std::move(cell));
    cell.clear();
    was_quoted = false;
  };
  auto end_record = [&] {
    end_cell();
    // A line without anything is no record.
    if (record.cells.size() > 1 || !record.cells[0].empty()) {
      records.push_back(std::move(record));
    }
    record = CsvRecord();
    record.line = line;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        cell.push_back(c);
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell.push_back('"');
        ++i;
      } else {
        quoted = false;
        was_quoted = true;
      }
    } else if (c == '"' && cell.empty() && !was_quoted) {
      quoted = true;
      opened = line;
    } else if (c == ',') {
      end_cell();
    } else if (c == '\n') {
      end_record();
    } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      continue;
    } else if (was_quoted) {
      return absl::InvalidArgumentError(absl::StrCat(
          "line ", line, ": text after the closing quotation mark"));
    } else {
      cell.push_back(c);
    }
  }
  if (quoted) {
    return absl::InvalidArgumentError(
        absl::StrCat("line ", opened, ": the quotation mark is never closed"));
  }
  end_record();
  return records;
}

absl::StatusOr<v1::Sheet> ReadSheet(absl::string_view bytes) {
  absl::ConsumePrefix(&bytes, "\xEF\xBB\xBF");
  const absl::string_view start = absl::StripLeadingAsciiWhitespace(bytes);
  absl::StatusOr<v1::Sheet> sheet =
      absl::StartsWith(start, "{") ? FromJson(bytes) : FromCsv(bytes);
  if (!sheet.ok()) return sheet;
  if (absl::Status status = CheckRows(*sheet); !status.ok()) return status;
  return sheet;
}

}  // namespace claimcheck

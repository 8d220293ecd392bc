#include "checker/main/options.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "checker/input/encoding.h"
#include "checker/input/iso_date.h"
#include "checker/report/formats.h"

namespace claimcheck {
namespace {

absl::Status Unknown(absl::string_view flag, absl::string_view value,
                     absl::string_view choices) {
  return absl::InvalidArgumentError(absl::StrCat(
      "--", flag, "=", value, " is not known; use one of ", choices));
}

absl::Status ReadNumber(absl::string_view flag, absl::string_view value,
                        uint64_t least, uint64_t most, uint64_t* number) {
  if (value.find_first_not_of("0123456789") == absl::string_view::npos &&
      absl::SimpleAtoi(value, number) && *number >= least && *number <= most) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat("--", flag, "=", value, ": write a whole number from ", least,
                   " to ", most));
}

absl::Status ReadInput(absl::string_view value, Options* options) {
  if (value == "auto") {
    options->input = InputFormat::kAuto;
  } else if (const InputFormatInfo* format = FindInputFormat(value)) {
    options->input = format->format;
  } else {
    return Unknown("input", value, InputFormatNames());
  }
  return absl::OkStatus();
}

absl::Status ReadFormat(absl::string_view value, Options* options) {
  if (value == "text") {
    options->format = OutputFormat::kText;
  } else if (value == "short") {
    options->format = OutputFormat::kShort;
  } else if (value == "json") {
    options->format = OutputFormat::kJson;
  } else if (value == "jsonl") {
    options->format = OutputFormat::kJsonLines;
  } else if (FindFormat(value) != nullptr) {
    options->format = OutputFormat::kReport;
  } else {
    return Unknown("format", value, FormatNames());
  }
  options->format_name = std::string(value);
  return absl::OkStatus();
}

// `never`: the level that "never" stands for, when it may be asked for.
absl::Status ReadLevel(absl::string_view flag, absl::string_view value,
                       bool may_be_never, v1::Severity::Level* level) {
  if (value == "note") {
    *level = v1::Severity::NOTE;
  } else if (value == "warning") {
    *level = v1::Severity::WARNING;
  } else if (value == "error") {
    *level = v1::Severity::ERROR;
  } else if (may_be_never && value == "never") {
    *level = v1::Severity::LEVEL_UNSPECIFIED;
  } else {
    return Unknown(flag, value,
                   may_be_never ? "error, warning, note, never"
                                : "error, warning, note");
  }
  return absl::OkStatus();
}

absl::Status ReadDay(absl::string_view flag, const std::string& value,
                     std::string* day) {
  if (value.size() != 10 || !IsIsoDate(value)) {
    return absl::InvalidArgumentError(
        absl::StrCat("--", flag, "=", value, " is no day; write 2024-06-18"));
  }
  *day = value;
  return absl::OkStatus();
}

absl::Status ReadFlag(absl::string_view name, const std::string& value,
                      Options* options) {
  uint64_t number = 0;
  absl::Status status;
  if (name == "input") return ReadInput(value, options);
  if (name == "format") return ReadFormat(value, options);
  if (name == "severity") {
    return ReadLevel(name, value, false, &options->severity);
  }
  if (name == "fail-on") return ReadLevel(name, value, true, &options->fail_on);
  if (name == "out") {
    if (value.empty()) return absl::InvalidArgumentError("--out names no file");
    options->out = value == "-" ? "" : value;
  } else if (name == "date") {
    status = options->dates.Add(value);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--date=", value, ": ", status.message()));
    }
  } else if (name == "encoding") {
    DecodeOptions decode;
    decode.asked_for = value;
    status = Decode("", decode).status();
    if (value.empty() || !status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(
          "--encoding=", value, " is not known; iconv -l lists the names"));
    }
    options->encoding = value;
  } else if (name == "stdin-filename") {
    if (value.empty()) {
      return absl::InvalidArgumentError("--stdin-filename names no file");
    }
    options->stdin_name = value;
  } else if (name == "sheet") {
    if (value.empty()) return absl::InvalidArgumentError("--sheet names no file");
    options->sheet = value;
  } else if (name == "baseline") {
    if (value.empty()) {
      return absl::InvalidArgumentError("--baseline names no file");
    }
    options->baseline = value;
  } else if (name == "today") {
    return ReadDay(name, value, &options->today);
  } else if (name == "until") {
    return ReadDay(name, value, &options->until);
  } else if (name == "reason") {
    options->reason = value;
  } else if (name == "finding") {
    if (value.size() < 4 || value.find_first_not_of("0123456789abcdef") !=
                                std::string::npos) {
      return absl::InvalidArgumentError(absl::StrCat(
          "--finding=", value,
          ": write four letters or more of what stands after the rule"));
    }
    options->findings.push_back(value);
  } else if (name == "show-accepted") {
    options->show_accepted = true;
  } else if (name == "review-author") {
    options->review_author = value;
  } else if (name == "review-url") {
    options->review_url = value;
  } else if (name == "rules") {
    options->rules.push_back(value);
  } else if (name == "only") {
    options->only.push_back(value);
  } else if (name == "skip") {
    options->skip.push_back(value);
  } else if (name == "show-agreements") {
    options->show_agreements = value != "false";
  } else if (name == "show-unchecked") {
    options->show_unchecked = value != "false";
  } else if (name == "explain") {
    options->explain = value != "false";
  } else if (name == "experimental") {
    options->experimental = value != "false";
  } else if (name == "changed-since") {
    if (value.empty()) {
      return absl::InvalidArgumentError("--changed-since names no revision");
    }
    options->changed_since = value;
  } else if (name == "no-progress") {
    options->progress = options->progress && value == "false";
  } else if (name == "allow-partial") {
    options->allow_partial = value != "false";
  } else if (name == "coverage") {
    options->coverage = true;
  } else if (name == "min-coverage") {
    status = ReadNumber(name, value, 0, 100, &number);
    options->min_coverage = static_cast<int>(number);
  } else if (name == "help") {
    options->help = true;
  } else if (name == "context") {
    status = ReadNumber(name, value, 0, 10000, &number);
    options->context = static_cast<int>(number);
  } else if (name == "width") {
    status = ReadNumber(name, value, 40, 1000, &number);
    options->width = static_cast<int>(number);
  } else if (name == "jobs") {
    status = ReadNumber(name, value, 1, options->limits.max_jobs, &number);
    options->jobs = static_cast<int>(number);
  } else if (name == "max-file-bytes") {
    status = ReadNumber(name, value, 1, Limits::kMostFileBytes, &number);
    options->limits.max_file_bytes = number;
  }
  return status;
}

}  // namespace

absl::StatusOr<Options> Interpret(Arguments arguments,
                                  const Surroundings& surroundings) {
  Options options;
  absl::string_view color = "auto";
  if (surroundings.terminal_width > 0) {
    options.width = std::clamp(surroundings.terminal_width, 60, 120);
  }
  options.progress = surroundings.stderr_is_terminal &&
                     !surroundings.dumb_terminal && !surroundings.ci;
  for (const auto& [flag, value] : arguments.flags) {
    if (absl::string_view(flag->name) == "color") {
      color = value;
      continue;
    }
    absl::Status status = ReadFlag(flag->name, value, &options);
    if (!status.ok()) return status;
  }
  if (color == "auto") {
    const bool terminal = surroundings.stdout_is_terminal &&
                          !surroundings.dumb_terminal && options.out.empty();
    options.color =
        !surroundings.no_color && (surroundings.force_color || terminal);
  } else if (color == "always" || color == "never") {
    options.color = color == "always";
  } else {
    return Unknown("color", color, "auto, always, never");
  }
  options.names = std::move(arguments.names);
  options.against = std::move(arguments.against);
  return options;
}

absl::Status CheckValue(const Flag& flag, const std::string& value) {
  Arguments arguments;
  arguments.flags.emplace_back(&flag, value);
  return Interpret(std::move(arguments), Surroundings()).status();
}

}  // namespace claimcheck

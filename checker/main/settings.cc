#include "checker/main/settings.h"

#include <sys/stat.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "checker/input/file_reader.h"
#include "checker/report/escape.h"
#include "claimcheck/v1/settings.pb.h"
#include "claims/base/text_proto.h"
#include "google/protobuf/descriptor.h"

namespace claimcheck {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Reflection;
using google::protobuf::TextFormat;

constexpr char kPrefix[] = "CLAIMCHECK_";

std::string FieldName(const Flag& flag) {
  return absl::StrReplaceAll(flag.name, {{"-", "_"}});
}

const Flag* FlagOfField(absl::string_view field) {
  for (const Flag& flag : AllFlags()) {
    if (flag.settings != 0 && FieldName(flag) == field) return &flag;
  }
  return nullptr;
}

bool IsRepeatable(const Flag& flag) {
  const FieldDescriptor* field =
      v1::Settings::descriptor()->FindFieldByName(FieldName(flag));
  return field != nullptr && field->is_repeated();
}

// What protobuf says of a field that is none, in the words of this program.
std::string AboutUnknown(const std::string& message) {
  constexpr absl::string_view kSays = "has no field named \"";
  const size_t at = message.find(kSays.data(), 0, kSays.size());
  if (at == std::string::npos) return message;
  absl::string_view name = absl::string_view(message).substr(at + kSays.size());
  name = name.substr(0, name.find('"'));
  for (const Flag& flag : AllFlags()) {
    if (FieldName(flag) == name) {
      return absl::StrCat(name, " is for the command line alone: --", flag.name);
    }
  }
  std::vector<std::string> fields;
  for (const Flag& flag : AllFlags()) {
    if (flag.settings != 0) fields.push_back(FieldName(flag));
  }
  const std::vector<absl::string_view> names(fields.begin(), fields.end());
  const std::string closest = ClosestName(name, names);
  return absl::StrCat("no such setting: ", name,
                      closest.empty() ? "; claimcheck doctor lists them"
                                      : absl::StrCat("; did you mean ", closest, "?"));
}

std::string ValueText(const v1::Settings& settings,
                      const FieldDescriptor* field, int index) {
  const Reflection* reflection = settings.GetReflection();
  if (field->is_repeated()) {
    return reflection->GetRepeatedString(settings, field, index);
  }
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection->GetBool(settings, field) ? "true" : "false";
    case FieldDescriptor::CPPTYPE_UINT64:
      return absl::StrCat(reflection->GetUInt64(settings, field));
    default:
      return reflection->GetString(settings, field);
  }
}

// Relative paths in a file begin at its folder.
std::string FromFolder(absl::string_view folder, const std::string& path) {
  if (folder.empty() || path.empty() || path[0] == '/') return path;
  return absl::StrCat(folder, "/", path);
}

bool IsFile(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode);
}

}  // namespace

std::string VariableName(const Flag& flag) {
  return absl::StrCat(kPrefix, absl::AsciiStrToUpper(FieldName(flag)));
}

std::string FindSettingsFile(absl::string_view folder) {
  while (!folder.empty()) {
    absl::string_view base = folder;
    absl::ConsumeSuffix(&base, "/");
    std::string path = absl::StrCat(base, "/", kSettingsFile);
    if (IsFile(path)) return path;
    if (base.empty()) break;
    folder = base.substr(0, base.rfind('/') + 1);
  }
  return "";
}

absl::StatusOr<FlagValues> ParseSettings(absl::string_view path,
                                         absl::string_view text) {
  v1::Settings settings;
  TextFormat::ParseInfoTree tree;
  std::vector<TextProtoIssue> issues =
      LoadTextProto(text, &settings, &tree, UnknownField::kReadOn);
  for (TextProtoIssue& issue : issues) issue.message = AboutUnknown(issue.message);

  const size_t slash = path.rfind('/');
  const absl::string_view folder =
      slash == absl::string_view::npos ? "" : path.substr(0, slash);
  FlagValues values;
  std::vector<const FieldDescriptor*> fields;
  settings.GetReflection()->ListFields(settings, &fields);
  for (const FieldDescriptor* field : fields) {
    const Flag* flag = FlagOfField(field->name());
    if (flag == nullptr) continue;  // a test keeps the two alike
    const int count = field->is_repeated()
                          ? settings.GetReflection()->FieldSize(settings, field)
                          : 1;
    for (int i = 0; i < count; ++i) {
      std::string value = ValueText(settings, field, i);
      if (absl::Status status = CheckValue(*flag, value); !status.ok()) {
        const TextFormat::ParseLocation at =
            tree.GetLocation(field, field->is_repeated() ? i : -1);
        TextProtoIssue issue;
        issue.line = at.line + 1;
        issue.column = at.column + 1;
        issue.message = absl::StrReplaceAll(
            status.message(), {{absl::StrCat("--", flag->name), field->name()}});
        issues.push_back(std::move(issue));
      }
      const absl::string_view kind = flag->value;
      if (kind == "PATH" || kind == "FILE") value = FromFolder(folder, value);
      values.emplace_back(flag, std::move(value));
    }
  }
  if (issues.empty()) return values;
  std::stable_sort(issues.begin(), issues.end(),
                   [](const TextProtoIssue& a, const TextProtoIssue& b) {
                     return std::make_pair(a.line, a.column) <
                            std::make_pair(b.line, b.column);
                   });
  std::string lines;
  for (TextProtoIssue& issue : issues) {
    issue.message = EscapeForTerminal(issue.message);
    absl::StrAppend(&lines, FormatIssue(EscapeForTerminal(path), issue, text));
  }
  return absl::InvalidArgumentError(lines);
}

absl::StatusOr<FlagValues> ReadEnvironment(const Surroundings& surroundings,
                                           std::vector<std::string>* unknown) {
  FlagValues values;
  std::string mistakes;
  for (const auto& [name, text] : surroundings.variables) {
    if (!absl::StartsWith(name, kPrefix) || name == "CLAIMCHECK_CONFIG") continue;
    const auto is_meant = [&, &name = name](const Flag& flag) {
      return flag.settings != 0 && VariableName(flag) == name;
    };
    const auto flags = AllFlags();
    const auto flag = std::find_if(flags.begin(), flags.end(), is_meant);
    if (flag == flags.end()) {
      unknown->push_back(name);
      continue;
    }
    if (text.empty()) continue;
    std::vector<std::string> texts = {text};
    if (IsRepeatable(*flag)) texts = absl::StrSplit(text, ',', absl::SkipEmpty());
    for (std::string& value : texts) {
      absl::Status status;
      if (flag->value[0] == '\0') {
        if (value == "1") value = "true";
        if (value == "0") value = "false";
        if (value != "true" && value != "false") {
          status = absl::InvalidArgumentError(
              absl::StrCat("--", flag->name, "=", value, ": write 1 or 0"));
        }
      }
      if (status.ok()) status = CheckValue(*flag, value);
      if (!status.ok()) {
        absl::StrAppend(
            &mistakes, "claimcheck: ",
            EscapeForTerminal(absl::StrReplaceAll(
                status.message(), {{absl::StrCat("--", flag->name), name}})),
            "\n");
      }
      values.emplace_back(flag, std::move(value));
    }
  }
  if (!mistakes.empty()) return absl::InvalidArgumentError(mistakes);
  return values;
}

absl::StatusOr<Settings> LoadSettings(const Surroundings& surroundings,
                                      const std::string& config) {
  Settings settings;
  settings.path = config;
  for (const auto& [name, text] : surroundings.variables) {
    if (name == "CLAIMCHECK_CONFIG" && settings.path.empty()) settings.path = text;
  }
  const bool named = !settings.path.empty();
  if (settings.path == "none") {
    settings.path.clear();
  } else if (!named) {
    settings.path = FindSettingsFile(surroundings.working_folder);
    // In the folder itself its name is enough, and paths in it stay as written.
    if (settings.path == absl::StrCat(surroundings.working_folder, "/",
                                      kSettingsFile)) {
      settings.path = kSettingsFile;
    }
  }
  std::string mistakes;
  if (!settings.path.empty()) {
    absl::StatusOr<std::string> text =
        ReadWholeFile(settings.path, kMaxTextProtoBytes);
    absl::StatusOr<FlagValues> values =
        text.ok() ? ParseSettings(settings.path, *text)
                  : absl::StatusOr<FlagValues>(absl::InvalidArgumentError(
                        absl::StrCat("claimcheck: ", named ? "--config=" : "",
                                     EscapeForTerminal(settings.path), ": ",
                                     text.status().message(), "\n")));
    if (values.ok()) {
      settings.file = *std::move(values);
    } else {
      mistakes = std::string(values.status().message());
    }
  }
  absl::StatusOr<FlagValues> values =
      ReadEnvironment(surroundings, &settings.unknown_variables);
  if (values.ok()) {
    settings.environment = *std::move(values);
  } else {
    absl::StrAppend(&mistakes, values.status().message());
  }
  if (!mistakes.empty()) return absl::InvalidArgumentError(mistakes);
  return settings;
}

void ApplySettings(const Settings& settings, const CommandInfo& command,
                   Arguments* arguments) {
  const auto has = [](const FlagValues& values, const Flag* flag) {
    return std::any_of(values.begin(), values.end(),
                       [&](const auto& value) { return value.first == flag; });
  };
  FlagValues all;
  for (const auto& value : settings.file) {
    if ((value.first->settings & command.command) == 0) continue;
    if (has(settings.environment, value.first)) continue;
    if (!has(arguments->flags, value.first)) all.push_back(value);
  }
  for (const auto& value : settings.environment) {
    if ((value.first->settings & command.command) == 0) continue;
    if (!has(arguments->flags, value.first)) all.push_back(value);
  }
  all.insert(all.end(), arguments->flags.begin(), arguments->flags.end());
  arguments->flags = std::move(all);
}

}  // namespace claimcheck

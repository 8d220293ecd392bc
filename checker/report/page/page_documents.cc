// The texts themselves, with marks where a finding points.  The draft of a
// check has the evidence beside each paragraph.

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "checker/report/page/page_cards.h"
#include "checker/report/page/page_parts.h"
#include "checker/report/page/time_axis.h"

namespace claimcheck {
namespace {

constexpr size_t kLinesAChunk = 40;
// All texts together.  Of longer sets only the lines that are pointed at.
constexpr size_t kMostText = 3u << 20;

// A stretch of a text that something on the page links to.
struct Place {
  uint32_t begin = 0;
  uint32_t end = 0;
  int finding = -1;  // -1: an anchor without a mark
  friend bool operator<(const Place& a, const Place& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end < b.end;
    return static_cast<uint32_t>(a.finding) < static_cast<uint32_t>(b.finding);
  }
  friend bool operator==(const Place& a, const Place& b) {
    return a.begin == b.begin && a.end == b.end && a.finding == b.finding;
  }
};

// All places, by document.
std::vector<std::vector<Place>> CollectPlaces(const PageModel& page) {
  std::vector<std::vector<Place>> places(page.report().documents_size());
  auto add = [&](const v1::Evidence& evidence, int finding) {
    const int document = page.IndexOf(evidence.document_id());
    if (document < 0) return;
    places[document].push_back(
        {evidence.span().begin(), evidence.span().end(), finding});
  };
  for (int i : page.shown()) {
    for (const v1::Evidence& evidence : page.finding(i).evidence()) {
      add(evidence, i);
    }
  }
  for (const v1::DatedEvent& event : page.report().events()) {
    for (const v1::Evidence& telling : event.tellings()) add(telling, -1);
  }
  for (const v1::Unchecked& unchecked : page.report().unchecked()) {
    add(unchecked.statement(), -1);
  }
  for (std::vector<Place>& list : places) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return places;
}

// Writes one text, line by line, from left to right.
class TextWriter {
 public:
  TextWriter(const PageModel& page, int document,
             const std::vector<Place>& places)
      : page_(page),
        document_(document),
        text_(page.sources().Text(page.report().documents(document).id())),
        places_(places) {}

  absl::string_view text() const { return text_; }

  // The bytes [begin, end), which lie behind those written before.
  void AppendLine(size_t begin, size_t end, Html* out) {
    size_t at = begin;
    while (at < end) {
      // What begins here opens; what has ended closes.
      ids_.clear();
      while (next_ < places_.size() && places_[next_].begin <= at) {
        const Place& place = places_[next_++];
        if (place.begin < at && place.end <= at) continue;
        const std::string id =
            PageModel::PlaceId(document_, place.begin, place.end);
        if (ids_seen_.insert(id).second) ids_.push_back(id);
        if (place.finding >= 0) open_.insert({place.finding, place.end});
      }
      for (auto it = open_.begin(); it != open_.end();) {
        it = it->second <= at ? open_.erase(it) : std::next(it);
      }
      size_t stop = end;
      if (next_ < places_.size()) {
        stop = std::min<size_t>(stop, places_[next_].begin);
      }
      for (const auto& open : open_) {
        stop = std::min<size_t>(stop, open.second);
      }
      // Spans come from the same text; a wrong one must not stop the page.
      stop = std::max(stop, at + 1);
      AppendStretch(text_.substr(at, std::min(stop, end) - at), out);
      at = std::min(stop, end);
    }
  }

  // The findings with a place in [begin, end).
  std::vector<int> FindingsIn(size_t begin, size_t end) const {
    std::vector<int> findings;
    auto it = std::lower_bound(places_.begin(), places_.end(),
                               Place{static_cast<uint32_t>(begin), 0, 0});
    for (; it != places_.end() && it->begin < end; ++it) {
      if (it->finding >= 0) findings.push_back(it->finding);
    }
    return findings;
  }
  bool HasPlaceIn(size_t begin, size_t end) const {
    auto it = std::lower_bound(places_.begin(), places_.end(),
                               Place{static_cast<uint32_t>(begin), 0, 0});
    return it != places_.end() && it->begin < end;
  }

 private:
  void AppendStretch(absl::string_view words, Html* out) {
    // All anchors but the last stand before the words, which carry that.
    for (size_t i = 0; i + 1 < ids_.size(); ++i) {
      out->Raw("<span id=\"").Text(ids_[i]).Raw("\"></span>");
    }
    const bool has_id = !ids_.empty();
    if (open_.empty()) {
      if (has_id) {
        out->Raw("<span class=\"t\" id=\"").Text(ids_.back()).Raw("\">");
      }
      out->Text(words);
      if (has_id) out->Raw("</span>");
      return;
    }
    // Findings are in the order of their severity.
    const int finding = open_.begin()->first;
    out->Raw("<a class=\"m ")
        .Text(SeverityName(page_.finding(finding).severity()))
        .Raw("\" href=\"#f-")
        .Text(page_.Key(finding))
        .Raw("\"");
    if (has_id) out->Raw(" id=\"").Text(ids_.back()).Raw("\"");
    out->Raw(">").Text(words).Raw("</a>");
  }

  const PageModel& page_;
  const int document_;
  const absl::string_view text_;
  const std::vector<Place>& places_;
  size_t next_ = 0;
  std::set<std::pair<int, uint32_t>> open_;  // finding, end
  std::vector<std::string> ids_;             // that begin at this stretch
  absl::flat_hash_set<std::string> ids_seen_;
};

// Lines end at LF, CR or CRLF, as columns are counted.
size_t EndOfLine(absl::string_view text, size_t at, size_t* next) {
  const size_t end = std::min(text.find_first_of("\r\n", at), text.size());
  *next = end;
  if (end < text.size()) {
    *next = end + 1;
    if (text[end] == '\r' && *next < text.size() && text[*next] == '\n') {
      ++*next;
    }
  }
  return end;
}

bool IsBlank(absl::string_view line) {
  return line.find_first_not_of(" \t\v\f") == absl::string_view::npos;
}

void OpenDocument(const PageModel& page, int document, Html* out) {
  const v1::Document& about = page.report().documents(document);
  out->Raw("<article class=\"doc\" id=\"d")
      .Number(document)
      .Raw("\"><h3><b class=\"tag\">")
      .Text(page.Tag(about.id()))
      .Raw("</b> ")
      .FileName(page.Name(about.id()))
      .Raw("</h3>");
  const std::string day = ShownDay(about.published());
  if (!day.empty()) out->Raw("<p class=\"ctx\">").Text(day).Raw("</p>");
}

// `beside`: called after each line with its bytes and where to write what
// stands next to it.
template <typename Beside>
void AppendText(TextWriter* writer, bool only_marked, const Beside& beside,
                Html* out) {
  const absl::string_view text = writer->text();
  size_t lines = 0, number = 0;
  bool left_out = false;
  for (size_t at = 0, next = 0; at < text.size(); at = next) {
    const size_t end = EndOfLine(text, at, &next);
    ++number;
    if (IsBlank(text.substr(at, end - at))) continue;
    if (only_marked && !writer->HasPlaceIn(at, end)) {
      if (!left_out) out->Raw("<p class=\"cut\">[…]</p>");
      left_out = true;
      continue;
    }
    left_out = false;
    if (lines % kLinesAChunk == 0) {
      if (lines > 0) out->Raw("</div>");
      out->Raw("<div class=\"chunk\">");
    }
    ++lines;
    out->Raw("<div class=\"row\"><p class=\"ln\" data-n=\"")
        .Number(static_cast<int64_t>(number))
        .Raw("\">");
    writer->AppendLine(at, end, out);
    out->Raw("</p>");
    beside(at, next, out);
    out->Raw("</div>");
  }
  if (lines > 0) out->Raw("</div>");
}

size_t TotalText(const PageModel& page) {
  size_t total = 0;
  for (const v1::Document& document : page.report().documents()) {
    total += page.sources().Text(document.id()).size();
  }
  return total;
}

}  // namespace

void AppendDraft(const PageModel& page, Html* out) {
  const int draft = page.IndexOf(page.options().draft);
  if (!page.is_check() || draft < 0) return;
  const std::vector<std::vector<Place>> places = CollectPlaces(page);
  TextWriter writer(page, draft, places[draft]);
  out->Raw(
      "<section id=\"draft\"><h2>The draft</h2><p class=\"lead\">Marked "
      "words lead to what the sources say.</p>");
  OpenDocument(page, draft, out);
  absl::flat_hash_set<int> told;
  AppendText(
      &writer, /*only_marked=*/false,
      [&](size_t begin, size_t end, Html* beside) {
        std::vector<int> findings;
        for (int finding : writer.FindingsIn(begin, end)) {
          if (told.insert(finding).second) findings.push_back(finding);
        }
        if (findings.empty()) return;
        beside->Raw("<div class=\"beside\">");
        const BesideText line = {page.options().draft, begin, end};
        for (int finding : findings) AppendCard(page, finding, line, beside);
        beside->Raw("</div>");
      },
      out);
  out->Raw("</article></section>");
}

void AppendDocuments(const PageModel& page, Html* out) {
  const int documents = page.report().documents_size();
  const int draft = page.is_check() ? page.IndexOf(page.options().draft) : -1;
  if (documents - (draft >= 0 ? 1 : 0) <= 0) return;
  const std::vector<std::vector<Place>> places = CollectPlaces(page);
  const bool only_marked = TotalText(page) > kMostText;
  out->Raw("<section id=\"documents\"><h2>");
  out->Text(page.is_check() ? "The sources" : "The documents");
  out->Raw("</h2><p class=\"lead\">Marked words lead to their finding.");
  if (only_marked) {
    out->Raw(" The texts are long: only lines that are pointed at are shown.");
  }
  out->Raw("</p>");
  for (int d = 0; d < documents; ++d) {
    if (d == draft) continue;
    TextWriter writer(page, d, places[d]);
    OpenDocument(page, d, out);
    AppendText(
        &writer, only_marked, [](size_t, size_t, Html*) {}, out);
    out->Raw("</article>");
  }
  out->Raw("</section>");
}

}  // namespace claimcheck

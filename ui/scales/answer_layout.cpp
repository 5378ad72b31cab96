// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/answer_layout.h"

#include "ui/shared/type_scale.h"

#include <QFontMetrics>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace kairos::ui {
namespace {

constexpr int kNumber = 40;
constexpr int kPrevious = 62;
constexpr int kRow = 34;
constexpr int kLongFormRow = 32; ///< a form of sixteen lines stands whole at 768
constexpr int kLongForm = 14;
constexpr int kLeastCell = 40;
constexpr int kWishedCell = 98;
constexpr int kLeastText = 200;
constexpr int kTypedArea = 300;

int longestWord(const QFontMetrics& metrics, const QString& text) {
    int widest = 0;
    const auto words = text.split(QLatin1Char(' '));
    for (const QString& word : words) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return widest;
}

int wrappedHeight(const QFontMetrics& metrics, int width, const QString& text) {
    return metrics.boundingRect(QRect(0, 0, std::max(width, 1), 10'000), Qt::TextWordWrap, text).height();
}

/// The set most scored lines use; null where no set serves at least half of them.
const scales::OptionSet* headSetOf(const RatingEntry& entry) {
    QHash<QString, int> uses;
    int scored = 0;
    for (int place = 0; place < entry.placeCount(); ++place) {
        if (!entry.isExtra(place)) {
            ++scored;
            ++uses[entry.item(place).optionSet];
        }
    }
    for (auto use = uses.begin(); use != uses.end(); ++use) {
        if (!use.key().isEmpty() && use.value() * 2 >= scored) {
            return entry.instrument().findOptionSet(use.key());
        }
    }
    return nullptr;
}

/// The widths of the head's cells: as wide as their longest word, and what is left over shared evenly.
QList<int> cellWidths(const scales::OptionSet& set, int room) {
    const QFontMetrics metrics(fontFor(TextRole::CaptionStrong));
    const auto count = static_cast<int>(set.options.size());
    const int least = std::min(px(kLeastCell), room / std::max(1, count));
    QList<int> widths;
    for (const scales::Option& option : set.options) {
        widths.append(std::max(least, longestWord(metrics, option.text) + px(12)));
    }
    const int wish = std::min(room, count * px(kWishedCell));
    for (int& width : widths) {
        width = std::max(width, wish / count);
    }
    const int sum = std::accumulate(widths.begin(), widths.end(), 0);
    if (sum > room) {
        for (int& width : widths) {
            width = least +
                    (width - least) * std::max(0, room - count * least) / std::max(1, sum - count * least);
        }
    }
    return widths;
}

class Maker final {
public:
    Maker(const RatingEntry& entry, const AnswerRoom& room) : m_entry(entry), m_room(room) {
        m_previous = room.previousHead.isEmpty() ? 0 : px(kPrevious);
        layOutColumns();
    }

    AnswerLayout make() {
        layOutHead();
        for (int place = 0; place < m_entry.placeCount(); ++place) {
            addLine(place);
        }
        return m_layout;
    }

private:
    void layOutColumns() {
        m_layout.headSet = headSetOf(m_entry);
        const int room = m_room.width - px(kNumber) - m_previous - px(kLeastText);
        if (m_layout.headSet != nullptr) {
            m_widths = cellWidths(*m_layout.headSet, room);
            m_area = std::accumulate(m_widths.begin(), m_widths.end(), 0);
        }
        m_area = std::min(std::max(m_area, px(kTypedArea)), std::max(room, px(kLeastCell)));
        if (const int sum = std::accumulate(m_widths.begin(), m_widths.end(), 0); sum > 0 && sum < m_area) {
            const int share = (m_area - sum) / static_cast<int>(m_widths.size());
            for (int& width : m_widths) {
                width += share;
            }
            m_area = std::accumulate(m_widths.begin(), m_widths.end(), 0);
        }
        m_areaLeft = m_room.width - m_area;
        m_textLeft = px(kNumber);
        m_textWidth = m_areaLeft - m_previous - m_textLeft - px(10);
    }

    void layOutHead() {
        const QFontMetrics metrics(fontFor(TextRole::CaptionStrong));
        int height = px(28);
        height = std::max(height, wrappedHeight(metrics, m_textWidth, m_room.stem) + px(10));
        int x = m_areaLeft;
        if (m_layout.headSet != nullptr) {
            for (int i = 0; i < m_widths.size(); ++i) {
                const QString& words = m_layout.headSet->options.at(i).text;
                height = std::max(height, wrappedHeight(metrics, m_widths.at(i) - px(6), words) + px(10));
            }
            for (const int width : m_widths) {
                m_layout.headCells.append(QRect(x, 0, width, height));
                x += width;
            }
        }
        m_layout.headHeight = height;
        m_layout.stem = QRect(m_textLeft, 0, m_textWidth, height);
        m_layout.previousHead = QRect(m_areaLeft - m_previous, 0, m_previous, height);
    }

    void addLine(int place) {
        const scales::OptionSet* set = m_entry.options(place);
        AnswerLine line;
        line.hasWords = set != nullptr && set != m_layout.headSet;
        const QList<int> widths = lineWidths(set, line.hasWords);
        int height = textHeight(place);
        if (line.hasWords) {
            const QFontMetrics metrics(fontFor(TextRole::Caption));
            for (int i = 0; i < widths.size(); ++i) {
                height = std::max(
                    height,
                    wrappedHeight(metrics, widths.at(i) - px(34), cellWords(set->options.at(i))) + px(10));
            }
        }
        const int y = m_layout.height;
        line.rect = QRect(0, y, m_room.width, height);
        line.number = QRect(0, y, px(kNumber) - px(8), height);
        line.text = QRect(m_textLeft, y, m_textWidth, height);
        line.previous = QRect(m_areaLeft - m_previous, y, m_previous, height);
        line.answers = QRect(m_areaLeft, y, m_area, height);
        int x = m_areaLeft;
        for (const int width : widths) {
            line.cells.append(QRect(x, y, width, height));
            x += width;
        }
        m_layout.lines.append(line);
        m_layout.height += height;
    }

    [[nodiscard]] QList<int> lineWidths(const scales::OptionSet* set, bool hasWords) const {
        if (set == nullptr) {
            return {};
        }
        if (!hasWords) {
            return m_widths;
        }
        const auto count = static_cast<int>(set->options.size());
        QList<int> widths(count, m_area / count);
        widths.last() += m_area - (m_area / count) * count;
        return widths;
    }

    [[nodiscard]] int textHeight(int place) const {
        // Semibold is the wider of the two weights a line can have.
        const QFontMetrics metrics(fontFor(m_entry.item(place).critical ? TextRole::Strong : TextRole::Body));
        int height = wrappedHeight(metrics, m_textWidth, m_entry.item(place).text);
        if (m_entry.isExtra(place)) {
            height += QFontMetrics(fontFor(TextRole::Caption)).height();
        }
        return std::max(px(m_entry.placeCount() > kLongForm ? kLongFormRow : kRow), height + px(8));
    }

    const RatingEntry& m_entry;
    const AnswerRoom& m_room;
    AnswerLayout m_layout;
    QList<int> m_widths;
    int m_previous = 0;
    int m_area = 0;
    int m_areaLeft = 0;
    int m_textLeft = 0;
    int m_textWidth = 0;
};

} // namespace

QString cellWords(const scales::Option& option) {
    return option.text == QString::number(option.value) ? QString() : option.text;
}

AnswerLayout layOutAnswers(const RatingEntry& entry, const AnswerRoom& room) {
    return Maker(entry, room).make();
}

} // namespace kairos::ui

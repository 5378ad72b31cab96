// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/word_diff.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace kairos::base {
namespace {

using Side = DiffPiece::Side;
using Tokens = QList<QStringView>;

/// Words that came or went before a text counts as written anew. The work grows with its square.
constexpr int kMostEdits = 800;

/// Words, and what stands between them, each by itself.
Tokens tokensOf(const QString& text) {
    Tokens tokens;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        tokens.append(QStringView(text).mid(start, end - start));
        start = end;
    }
    return tokens;
}

/// Takes pieces in their order. Within a change what went stands before what came.
class Collector final {
public:
    void take(Side side, QStringView token) {
        if (side == Side::Both) {
            close();
            m_both += token;
            return;
        }
        flush(Side::Both, m_both);
        (side == Side::Before ? m_before : m_after) += token;
    }
    [[nodiscard]] QList<DiffPiece> pieces() {
        close();
        flush(Side::Both, m_both);
        return m_pieces;
    }

private:
    void close() {
        flush(Side::Before, m_before);
        flush(Side::After, m_after);
    }
    void flush(Side side, QString& text) {
        if (!text.isEmpty()) {
            m_pieces.append({side, std::exchange(text, QString())});
        }
    }

    QString m_both;
    QString m_before;
    QString m_after;
    QList<DiffPiece> m_pieces;
};

/// The shortest edit script between two lists of words, after Myers (1986): how far each diagonal came after
/// every edit.
class Myers final {
public:
    Myers(const Tokens& before, const Tokens& after) : m_before(before), m_after(after) { search(); }

    [[nodiscard]] bool isFound() const { return m_isFound; }
    /// Which side each word stands on, in order.
    [[nodiscard]] std::vector<Side> script() const {
        std::vector<Side> steps;
        int x = static_cast<int>(m_before.size());
        int y = static_cast<int>(m_after.size());
        for (int edits = static_cast<int>(m_reached.size()) - 1; edits >= 0; --edits) {
            const int diagonal = x - y;
            const bool isDown = goesDown(edits, diagonal);
            const int from = isDown ? diagonal + 1 : diagonal - 1;
            const int startX = edits == 0 ? 0 : at(edits - 1, from);
            const int startY = startX - (edits == 0 ? 0 : from);
            while (x > startX && y > startY) {
                steps.push_back(Side::Both);
                --x;
                --y;
            }
            if (edits > 0) {
                steps.push_back(isDown ? Side::After : Side::Before);
                x = startX;
                y = startY;
            }
        }
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

private:
    /// How far the diagonal came after so many edits.
    [[nodiscard]] int at(int edits, int diagonal) const {
        return m_reached[static_cast<size_t>(edits)][static_cast<size_t>(diagonal + edits)];
    }
    /// Whether the step to this diagonal takes a word of the later text.
    [[nodiscard]] bool goesDown(int edits, int diagonal) const {
        return diagonal == -edits ||
               (diagonal != edits && at(edits - 1, diagonal - 1) < at(edits - 1, diagonal + 1));
    }
    void search() {
        const auto width = static_cast<int>(m_before.size());
        const auto height = static_cast<int>(m_after.size());
        for (int edits = 0; edits <= std::min(kMostEdits, width + height) && !m_isFound; ++edits) {
            m_reached.emplace_back(static_cast<size_t>(2 * edits + 1), -1);
            for (int diagonal = -edits; diagonal <= edits && !m_isFound; diagonal += 2) {
                int x = 0;
                if (edits > 0) {
                    x = goesDown(edits, diagonal) ? at(edits - 1, diagonal + 1)
                                                  : at(edits - 1, diagonal - 1) + 1;
                }
                int y = x - diagonal;
                while (x < width && y < height && m_before.at(x) == m_after.at(y)) {
                    ++x;
                    ++y;
                }
                m_reached.back()[static_cast<size_t>(diagonal + edits)] = x;
                m_isFound = x >= width && y >= height;
            }
        }
    }

    const Tokens& m_before;
    const Tokens& m_after;
    std::vector<std::vector<int>> m_reached;
    bool m_isFound = false;
};

void takeChanged(Collector& collector, const Tokens& before, const Tokens& after) {
    const Myers myers(before, after);
    if (!myers.isFound()) {
        std::for_each(before.begin(), before.end(),
                      [&](QStringView word) { collector.take(Side::Before, word); });
        std::for_each(after.begin(), after.end(),
                      [&](QStringView word) { collector.take(Side::After, word); });
        return;
    }
    qsizetype x = 0;
    qsizetype y = 0;
    for (const Side side : myers.script()) {
        collector.take(side, side == Side::After ? after.at(y) : before.at(x));
        x += side == Side::After ? 0 : 1;
        y += side == Side::Before ? 0 : 1;
    }
}

} // namespace

QList<DiffPiece> wordDiff(const QString& before, const QString& after) {
    const Tokens earlier = tokensOf(before);
    const Tokens later = tokensOf(after);
    const qsizetype shorter = std::min(earlier.size(), later.size());
    qsizetype head = 0;
    while (head < shorter && earlier.at(head) == later.at(head)) {
        ++head;
    }
    qsizetype tail = 0;
    while (tail < shorter - head &&
           earlier.at(earlier.size() - 1 - tail) == later.at(later.size() - 1 - tail)) {
        ++tail;
    }
    Collector collector;
    for (qsizetype i = 0; i < head; ++i) {
        collector.take(Side::Both, earlier.at(i));
    }
    takeChanged(collector, earlier.mid(head, earlier.size() - head - tail),
                later.mid(head, later.size() - head - tail));
    for (qsizetype i = earlier.size() - tail; i < earlier.size(); ++i) {
        collector.take(Side::Both, earlier.at(i));
    }
    return collector.pieces();
}

} // namespace kairos::base

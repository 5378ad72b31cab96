// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/drug_words.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace kairos::safety {
namespace {

bool isApostrophe(QChar letter) {
    static constexpr std::array<char16_t, 4> kApostrophes = {u'\'', u'\u2019', u'\u02BC', u'`'};
    return std::find(kApostrophes.begin(), kApostrophes.end(), letter.unicode()) != kApostrophes.end();
}

} // namespace

QStringList drugWords(QStringView text) {
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    };
    for (const QChar letter : base::foldForSearch(text)) {
        if (letter.isLetterOrNumber()) {
            word += letter;
        } else if (!isApostrophe(letter)) {
            finish();
        }
    }
    finish();
    return words;
}

int editDistance(QStringView one, QStringView other, int most) {
    const auto rows = static_cast<size_t>(one.size()) + 1;
    const auto columns = static_cast<size_t>(other.size()) + 1;
    if (std::abs(static_cast<int>(one.size() - other.size())) > most) {
        return most + 1;
    }
    std::vector<std::vector<int>> cost(rows, std::vector<int>(columns));
    const auto at = [](QStringView word, size_t place) { return word.at(static_cast<qsizetype>(place)); };
    for (size_t row = 0; row < rows; ++row) {
        for (size_t column = 0; column < columns; ++column) {
            if (row == 0 || column == 0) {
                cost[row][column] = static_cast<int>(row + column);
                continue;
            }
            const int replaced = at(one, row - 1) == at(other, column - 1) ? 0 : 1;
            cost[row][column] = std::min(
                {cost[row - 1][column] + 1, cost[row][column - 1] + 1, cost[row - 1][column - 1] + replaced});
            const bool isSwap = row > 1 && column > 1 && at(one, row - 1) == at(other, column - 2) &&
                                at(one, row - 2) == at(other, column - 1);
            if (isSwap) {
                cost[row][column] = std::min(cost[row][column], cost[row - 2][column - 2] + 1);
            }
        }
    }
    return std::min(cost[rows - 1][columns - 1], most + 1);
}

} // namespace kairos::safety

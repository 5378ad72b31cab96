// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/answers_text.h"
#include "core/scales/instrument_library.h"
#include "core/scales/scoring.h"

#include <catch2/catch_test_macros.hpp>

#include <QStringList>

#include <stdexcept>
#include <string>

namespace kairos::scales {

inline const InstrumentLibrary& library() {
    static const InstrumentLibrary kLibrary = InstrumentLibrary::builtIn();
    return kLibrary;
}

inline const Instrument& installed(const char* id) {
    const Instrument* instrument = library().find(QString::fromLatin1(id));
    if (instrument == nullptr) {
        throw std::runtime_error(std::string("not installed: ") + id);
    }
    return *instrument;
}

inline base::Result<Score> tryScore(const char* id, const char* items,
                                    record::Sex sex = record::Sex::Unknown) {
    const auto answers = parseAnswers(QString::fromLatin1(items));
    if (!answers) {
        return tl::unexpected(answers.error());
    }
    return score(installed(id), *answers, ScoreContext{.sex = sex});
}

/// The score of a line of answers that must be scorable.
inline Score scored(const char* id, const char* items, record::Sex sex = record::Sex::Unknown) {
    const auto result = tryScore(id, items, sex);
    if (!result) {
        throw std::runtime_error(result.error().sentence().toStdString());
    }
    return *result;
}

inline Score scoredTotal(const char* id, double total, record::Sex sex = record::Sex::Unknown) {
    const auto result = scoreTotal(installed(id), total, ScoreContext{.sex = sex});
    if (!result) {
        throw std::runtime_error(result.error().sentence().toStdString());
    }
    return *result;
}

inline bool hasFlag(const Score& score, const char* id) {
    return score.flags.contains(QString::fromLatin1(id));
}

inline std::optional<double> part(const Score& score, const char* id) {
    for (const Subscale& subscale : score.subscales) {
        if (subscale.id == QLatin1String(id)) {
            return subscale.value;
        }
    }
    throw std::runtime_error(std::string("no subscale ") + id);
}

inline std::string band(const Score& score) {
    return score.band.toStdString();
}

/// `count` answers of the same value, as a line.
inline std::string repeated(const char* answer, int count) {
    return QStringList(count, QString::fromLatin1(answer)).join(u',').toStdString();
}

} // namespace kairos::scales

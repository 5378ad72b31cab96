// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/error_text.h"

#include <QStringList>

namespace kairos::ui {
namespace {

QString asSentence(QString phrase) {
    if (phrase.isEmpty()) {
        return phrase;
    }
    phrase.front() = phrase.front().toUpper();
    return phrase.endsWith(QLatin1Char('.')) ? phrase : phrase + QLatin1Char('.');
}

} // namespace

QString errorText(const base::Error& error) {
    QStringList sentences{asSentence(error.why), asSentence(error.remedy)};
    sentences.removeAll(QString());
    return sentences.isEmpty() ? asSentence(error.what) : sentences.join(QLatin1Char(' '));
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/questionnaire.h"

#include <QFile>

#include <stdexcept>

namespace kairos::exchange {

/// The bytes of a file of tests/data/packs.
inline QByteArray packBytes(const char* name) {
    QFile file(QStringLiteral(KAIROS_TEST_DATA "/packs/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error(std::string("no such pack: ") + name);
    }
    return file.readAll();
}

/// The first form of a file that must be readable.
inline Questionnaire formOf(const QByteArray& bytes) {
    const auto forms = readQuestionnaires(bytes);
    if (!forms) {
        throw std::runtime_error(forms.error().sentence().toStdString());
    }
    return forms->first();
}

} // namespace kairos::exchange

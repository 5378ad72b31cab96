// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translation.h"

#include "core/base/check.h"

#include <QCoreApplication>
#include <QTranslator>

namespace kairos::base {

void installTranslation(const QLocale& locale) {
    auto* application = QCoreApplication::instance();
    KAIROS_CHECK(application != nullptr);
    const QString folder = QStringLiteral(":/kairos/i18n");
    auto* words = new QTranslator(application);
    if (!words->load(locale, QStringLiteral("kairos"), QStringLiteral("_"), folder)) {
        const bool isThere = words->load(QStringLiteral("kairos_en"), folder);
        KAIROS_CHECK(isThere);
    }
    QCoreApplication::installTranslator(words);
}

} // namespace kairos::base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/session_words.h"

#include <QCoreApplication>

namespace kairos::ui {
namespace {

class SessionText {
    Q_DECLARE_TR_FUNCTIONS(session)
};

} // namespace

QString therapyTypeText(record::TherapyType type) {
    switch (type) {
    case record::TherapyType::Preparation:
        return SessionText::tr("Preparation");
    case record::TherapyType::Integration:
        return SessionText::tr("Integration");
    case record::TherapyType::Therapy:
        return SessionText::tr("Therapy");
    case record::TherapyType::DosingSupport:
        return SessionText::tr("Dosing-day support");
    case record::TherapyType::PhoneContact:
        return SessionText::tr("Phone contact");
    case record::TherapyType::Group:
        return SessionText::tr("Group");
    case record::TherapyType::Other:
        return SessionText::tr("Session");
    }
    return {};
}

} // namespace kairos::ui

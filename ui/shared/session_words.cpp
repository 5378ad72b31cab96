// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/session_words.h"

#include <QCoreApplication>

namespace kairos::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("ui.session", text);
}

} // namespace

QString therapyTypeText(record::TherapyType type) {
    switch (type) {
    case record::TherapyType::Preparation:
        return words("Preparation");
    case record::TherapyType::Integration:
        return words("Integration");
    case record::TherapyType::Therapy:
        return words("Therapy");
    case record::TherapyType::DosingSupport:
        return words("Dosing-day support");
    case record::TherapyType::PhoneContact:
        return words("Phone contact");
    case record::TherapyType::Group:
        return words("Group");
    case record::TherapyType::Other:
        return words("Session");
    }
    return {};
}

} // namespace kairos::ui

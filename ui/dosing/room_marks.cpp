// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/room_marks.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/run_keys.h"

namespace kairos::ui {
namespace {

qsizetype markPlace(const DosingController& controller) {
    const auto& running = controller.running();
    for (qsizetype i = 0; i < running.size(); ++i) {
        if (running.at(i).session == controller.session().id) {
            return i;
        }
    }
    return -1;
}

} // namespace

QString roomMark(qsizetype place) {
    static const QString kShapes = QStringLiteral("●■▲◆");
    return QStringLiteral("%1 %2")
        .arg(kShapes.at(place % kShapes.size()))
        .arg(QChar(static_cast<char16_t>(u'A' + place % 26)));
}

QString ownMark(const DosingController& controller) {
    const qsizetype place = markPlace(controller);
    if (place < 0 || controller.running().size() < 2) {
        return {};
    }
    const QString room = controller.session().room;
    return room.isEmpty() ? roomMark(place) : QStringLiteral("%1 %2").arg(roomMark(place), room);
}

QString nextRoomWords(const DosingController& controller) {
    const auto next = controller.otherRunning();
    if (!next) {
        return {};
    }
    qsizetype place = 0;
    while (controller.running().at(place).session != next->session) {
        ++place;
    }
    return QStringLiteral("%1: %2 %3").arg(keyText(keyOf(RunKey::OtherRoom)), roomMark(place), next->name);
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/zone_box.h"

#include "ui/shared/type_scale.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace kairos::ui {
namespace {

/// "Europe/Oslo" and "America/New_York" as people say them: the place after the last slash.
QString cityOf(const QString& zone) {
    return zone.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

ZoneBox::ZoneBox(QWidget* parent) : QComboBox(parent) {
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(12);
    setMinimumContentsLength(24);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& id : ids) {
        // Only places: "Etc/GMT+5" and "EST" know no summer time and mislead.
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
            addItem(QString::fromLatin1(id));
        }
    }
    addItem(QStringLiteral("UTC"));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    setZone(systemZone());
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (const QString chosen = zone(); !chosen.isEmpty()) {
            setZone(chosen);
        }
    });
}

QString ZoneBox::zone() const {
    const QString typed = currentText().trimmed();
    const int index = findText(typed, Qt::MatchFixedString);
    if (index >= 0) {
        return itemText(index);
    }
    QStringList cities;
    for (int i = 0; i < count(); ++i) {
        if (cityOf(itemText(i)).compare(typed, Qt::CaseInsensitive) == 0) {
            cities.append(itemText(i));
        }
    }
    return cities.size() == 1 ? cities.first() : QString();
}

void ZoneBox::setZone(const QString& zone) {
    // A zone the list leaves out may still be that of the practice or of the PC.
    if (findText(zone, Qt::MatchFixedString) < 0 && QTimeZone(zone.toUtf8()).isValid()) {
        addItem(zone);
    }
    setCurrentIndex(findText(zone, Qt::MatchFixedString));
    if (currentIndex() < 0) {
        setEditText(zone);
    }
}

QString ZoneBox::systemZone() {
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}

} // namespace kairos::ui

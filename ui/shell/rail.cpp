// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/shell/rail_button.h"

#include "ui/shared/key_cap.h"
#include "ui/shared/type_scale.h"

#include <QCoreApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kMark = 28;
constexpr int kSide = 6;

class RailText {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::Rail)
};

} // namespace

QList<RailEntry> railEntries() {
    return {{TodayPlace{}, Icon::Today, RailText::tr("Today"), 1},
            {PatientsPlace{}, Icon::Patients, RailText::tr("Patients"), 2},
            {SessionPlace{}, Icon::Session, RailText::tr("Session"), 3},
            {OutcomesPlace{}, Icon::Outcomes, RailText::tr("Outcomes"), 4},
            {LedgerPlace{}, Icon::Ledger, RailText::tr("Ledger"), 5},
            {TomorrowPlace{}, Icon::Escort, RailText::tr("Tomorrow"), 6},
            {WeekPlace{}, Icon::Plan, RailText::tr("Week"), 7},
            {CaseloadPlace{}, Icon::Folder, RailText::tr("Caseload"), 8},
            {SettingsPlace{}, Icon::Settings, RailText::tr("Settings"), 0}};
}

Rail::Rail(const QList<RailEntry>& entries, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(kSide), px(16), px(kSide), px(10));
    column->setSpacing(px(2));
    column->addSpacing(px(kMark + 10));
    setAccessibleName(tr("Places"));
    for (const RailEntry& entry : entries) {
        if (!entry.place.is<SettingsPlace>()) {
            addButton(entry, *column);
        }
    }
    column->addStretch(1);
    for (const RailEntry& entry : entries) {
        if (entry.place.is<SettingsPlace>()) {
            addButton(entry, *column);
        }
    }
    auto* lock = new RailButton(Icon::Lock, tr("Lock"), this);
    lock->setToolTip(tr("Lock (%1)").arg(keyText(QKeySequence(Qt::CTRL | Qt::Key_L))));
    column->addWidget(lock);
    connect(lock, &QAbstractButton::clicked, this, &Rail::lockRequested);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

RailButton* Rail::addButton(const RailEntry& entry, QVBoxLayout& column) {
    auto* button = new RailButton(entry.icon, entry.title, this);
    button->setCheckable(true);
    if (entry.number > 0) {
        const QKeySequence key(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + entry.number));
        button->setToolTip(QStringLiteral("%1 (%2)").arg(entry.title, keyText(key)));
    }
    column.addWidget(button);
    m_items.append({entry.place, button});
    const Place place = entry.place;
    connect(button, &QAbstractButton::clicked, this, [this, button, place] {
        // The mark moves when the place is there, not when the button is pressed.
        button->setChecked(!button->isChecked());
        Q_EMIT chosen(place);
    });
    return button;
}

void Rail::setCurrent(const Place& place) {
    // A page behind a place of the rail stands under that place.
    const bool isOfPatients = patientOf(place) || place.is<FindPlace>();
    const PlaceKind wanted = isOfPatients                    ? PlaceKind::PatientsPlace
                             : place.is<CallSheetPlace>()    ? PlaceKind::TomorrowPlace
                             : place.is<LedgerSheetPlace>()  ? PlaceKind::LedgerPlace
                             : place.is<AdverseSheetPlace>() ? PlaceKind::OutcomesPlace
                                                             : place.kind();
    for (const Item& item : std::as_const(m_items)) {
        item.button->setChecked(item.place.kind() == wanted);
    }
}

void Rail::setBadge(const Place& place, int count) {
    for (const Item& item : std::as_const(m_items)) {
        if (item.place.kind() == place.kind()) {
            item.button->setBadge(count);
        }
    }
}

void Rail::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Rail));
    const int side = px(kMark);
    paintIcon(painter, Icon::Mark, QRectF((width() - side) / 2.0, px(15), side, side),
              theme.color(Token::RailText));
}

} // namespace kairos::ui

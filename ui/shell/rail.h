// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"
#include "ui/shared/navigator.h"

#include <QWidget>

class QVBoxLayout;

namespace kairos::ui {

class RailButton;

/// A place of the rail: its sign, its word, its key.
struct RailEntry {
    Place place;
    Icon icon = Icon::Today;
    QString title;
    int number = 0; ///< Ctrl+Alt+number; 0 for none
};

/// The places of the rail in their order, whether they are registered or not. The numbers stay with them.
[[nodiscard]] QList<RailEntry> railEntries();

/// The dark column at the left: the places of the practice above, settings and lock at the foot.
class Rail final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    explicit Rail(const QList<RailEntry>& entries, QWidget* parent = nullptr);

    /// Marks the place a person is at; a patient's page belongs to Patients.
    void setCurrent(const Place& place);
    void setBadge(const Place& place, int count);

Q_SIGNALS:
    void chosen(const kairos::ui::Place& place);
    void lockRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RailButton* addButton(const RailEntry& entry, QVBoxLayout& column);

    struct Item {
        Place place;
        RailButton* button;
    };
    QList<Item> m_items;
};

} // namespace kairos::ui

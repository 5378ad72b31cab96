// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <QList>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;

namespace kairos::ui {

class Card;
class DateField;
class TextLabel;
class TimeField;

/// One line of the card: what, and how it reads.
struct CarriedLine {
    QString name;
    QString value;

    bool operator==(const CarriedLine&) const = default;
};

/// What a rating carries besides its answers: change, mode, when, recall, doses, who.
class CarriesCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CarriesCard)

public:
    CarriesCard(const scales::Instrument& instrument, const QTimeZone& zone, QWidget* parent = nullptr);

    /// The lines above and below the fields that can be changed.
    void setLines(const QList<CarriedLine>& above, const QList<CarriedLine>& below);
    void setNote(const QString& note);

    [[nodiscard]] record::RatingMode mode() const;
    void setMode(record::RatingMode mode);
    /// None while date or time cannot be read; the fields then show what to do.
    [[nodiscard]] std::optional<base::Instant> assessedAt() const;
    void setAssessedAt(const base::Instant& at);
    /// A person typed a date or a time: "now" no longer stands.
    [[nodiscard]] bool isTimeTyped() const { return m_isTimeTyped; }
    void setTimeTyped(bool typed) { m_isTimeTyped = typed; }
    void setEditable(bool editable);
    /// Whether date and time read; shows what is wrong and takes the focus there.
    bool validate();

Q_SIGNALS:
    void edited();

private:
    void fill(QGridLayout& grid, const QList<CarriedLine>& lines);

    QTimeZone m_zone;
    Card* m_card;
    QWidget* m_aboveLines;
    QGridLayout* m_above;
    QGridLayout* m_below;
    QComboBox* m_mode;
    DateField* m_date;
    TimeField* m_time;
    TextLabel* m_problem;
    QWidget* m_noteLine = nullptr;
    TextLabel* m_note;
    QList<record::RatingMode> m_modes;
    QList<CarriedLine> m_shownAbove;
    QList<CarriedLine> m_shownBelow;
    bool m_isTimeTyped = false;
};

} // namespace kairos::ui

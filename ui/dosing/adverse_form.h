// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/adverse_event.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <utility>

class QLineEdit;

namespace kairos::ui {

class AdverseFields;
class Card;
class DosingController;
class Field;
class NumberField;
class TableView;

/// An adverse event in its session: what is asked of every one, with onset and end in minutes of the dose. It
/// stands in the page, so that the clock stays in sight. Ctrl+Enter saves, Esc leaves.
class AdverseForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdverseForm)

public:
    explicit AdverseForm(DosingController& controller, QWidget* parent = nullptr);

    /// Shows what was typed and not saved of a new one, and puts the cursor on the term.
    void begin();
    /// Shows a stored one, to be ended or changed; the cursor waits in its end.
    void edit(const record::AdverseEvent& event);
    [[nodiscard]] QLineEdit& endEdit();
    [[nodiscard]] QLineEdit& onsetEdit();
    [[nodiscard]] QLineEdit& termEdit();
    /// The words that the typed letters find.
    [[nodiscard]] TableView& terms();

Q_SIGNALS:
    /// Saved or left.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void save();
    void remember();
    void clear();
    /// What the fields say of the event that is open. Invalid fields have their error at the line.
    [[nodiscard]] std::optional<record::AdverseEvent> read();
    [[nodiscard]] std::optional<base::Instant> momentOf(const NumberField& field) const;
    [[nodiscard]] QList<std::pair<QString, NumberField*>> minutes() const;

    DosingController& m_controller;
    Card* m_card;
    NumberField* m_onset;
    NumberField* m_end;
    Field* m_endField = nullptr;
    AdverseFields* m_fields = nullptr;
    std::optional<record::AdverseEvent> m_edited; ///< the stored one that is open; none for a new one
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/adverse_event.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <utility>

class QLineEdit;

namespace kairos::ui {

class DosingController;
class Card;
class Field;
class NumberField;
class Segments;
class TableView;
class TermModel;

/// An adverse event: term, onset and end in minutes of the dose, grade, serious, expected, related, action
/// and outcome. It stands in the page, so that the clock stays in sight. Ctrl+Enter saves, Esc leaves.
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
    [[nodiscard]] QLineEdit& termEdit() { return *m_term; }
    /// The words that the typed letters find; the arrows of the term choose one and Enter takes it.
    [[nodiscard]] TableView& terms() { return *m_terms; }

Q_SIGNALS:
    /// Saved or left.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildTerms();
    void findTerms();
    void takeTerm(int row);
    void save();
    void remember();
    void clear();
    /// What the fields say of the event that is open. Invalid fields have their error at the line.
    [[nodiscard]] std::optional<record::AdverseEvent> read();
    [[nodiscard]] std::optional<base::Instant> momentOf(const NumberField& field) const;
    [[nodiscard]] QList<std::pair<QString, QLineEdit*>> texts() const;
    [[nodiscard]] QList<std::pair<QString, Segments*>> choices() const;

    DosingController& m_controller;
    QLineEdit* m_term;
    Card* m_card;
    Segments* m_grade;
    Segments* m_serious;
    Segments* m_expected;
    Segments* m_related;
    NumberField* m_onset;
    NumberField* m_end;
    QLineEdit* m_action;
    QLineEdit* m_outcome;
    TermModel* m_termModel;
    TableView* m_terms;
    Field* m_termField = nullptr;
    Field* m_endField = nullptr;
    std::optional<record::AdverseEvent> m_edited; ///< the stored one that is open; none for a new one
};

} // namespace kairos::ui

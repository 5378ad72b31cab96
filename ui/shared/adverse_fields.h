// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/adverse_event.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace kairos::ui {

class Field;
class Segments;
class TableView;
class TermModel;

/// A field that says when, and how many of the twelve columns it takes.
struct WhenField {
    Field* field = nullptr;
    int columns = 2;
};

/// What is asked of every adverse event, whenever it is written down: what happened, with words to choose
/// from, action, grade, serious, expected, related and outcome. When it began and ended is the form's own.
class AdverseFields final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdverseFields)

public:
    /// Takes over what says when; it stands behind the term.
    explicit AdverseFields(const QList<WhenField>& when, QWidget* parent = nullptr);

    /// Shows what an event says.
    void display(const record::AdverseEvent& event);
    /// The event with what stands in the fields.
    [[nodiscard]] record::AdverseEvent writtenInto(record::AdverseEvent event) const;
    /// What is typed, by the names of the fields; a choice by its place, the first one as nothing.
    [[nodiscard]] QMap<QString, QString> typed() const;
    /// Shows it again; a field that is not named is empty.
    void setTyped(const QMap<QString, QString>& typed);
    /// Says at its line when there is no term, and takes the hand there; true when there is one.
    bool validate();

    [[nodiscard]] Field& termField() { return *m_termField; }
    [[nodiscard]] QLineEdit& term() { return *m_term; }
    /// The words that the typed letters find; the arrows of the term choose one and Enter takes it.
    [[nodiscard]] TableView& terms() { return *m_terms; }

Q_SIGNALS:
    /// A person typed or chose.
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(QGridLayout& grid, const QList<WhenField>& when);
    void buildTerms();
    void findTerms();
    void takeTerm(int row);
    [[nodiscard]] QMap<QString, QLineEdit*> texts() const;
    [[nodiscard]] QMap<QString, Segments*> choices() const;

    QLineEdit* m_term;
    Segments* m_grade;
    Segments* m_serious;
    Segments* m_expected;
    Segments* m_related;
    QLineEdit* m_action;
    QLineEdit* m_outcome;
    TermModel* m_termModel;
    TableView* m_terms;
    Field* m_termField = nullptr;
};

} // namespace kairos::ui

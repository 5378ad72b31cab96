// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_sheet.h"

class QStackedWidget;

namespace kairos::ui {

class SheetList;
class SheetWriter;

/// The structured sheets of a patient: the list, and in its place the one that is filled in.
class SheetsTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetsTab)

public:
    SheetsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    /// The id of a sheet opens it; that of a form, e.g. "safety-plan", opens the one there is or begins it;
    /// the id of a session is the one to which new sheets belong.
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SheetList& list() { return *m_list; }
    [[nodiscard]] SheetWriter& writer() { return *m_writer; }
    /// What stands on the screen: one of the two above.
    [[nodiscard]] QWidget* shown() const;

private:
    void open(const record::TherapySheet& sheet);
    void backToList();

    record::PatientId m_patient;
    PageContext m_context;
    QStackedWidget* m_stack;
    SheetList* m_list;
    SheetWriter* m_writer;
};

} // namespace kairos::ui

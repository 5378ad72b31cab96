// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/document.h"

class QStackedWidget;

namespace kairos::ui {

class DocumentListPane;
class LetterForm;
class ScanView;

/// The papers of a patient: the list, and in its place a scan or a letter that was opened.
class DocumentsTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentsTab)

public:
    DocumentsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    /// The id of a document opens it; the id of a consent asks for its scan.
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] DocumentListPane& list() { return *m_list; }
    [[nodiscard]] ScanView& scan() { return *m_scan; }
    [[nodiscard]] LetterForm& letter() { return *m_letter; }
    /// What stands on the screen: one of the three above.
    [[nodiscard]] QWidget* shown() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void open(const record::Document& document);
    void write();
    void exportCopy();
    void backToList();

    record::PatientId m_patient;
    PageContext m_context;
    record::Document m_opened;
    QStackedWidget* m_stack;
    DocumentListPane* m_list;
    ScanView* m_scan;
    LetterForm* m_letter;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/paper_form.h"

#include "ui/shared/background.h"
#include "ui/shared/banner.h"
#include "ui/shared/page.h"

#include "core/record/document.h"
#include "core/workflow/scan_file.h"

#include <QTimer>

#include <atomic>
#include <memory>

class QPushButton;

namespace kairos::ui {

class Card;
class DocumentTable;
class EmptyState;
class ProgressLine;
class TableView;

/// The list of a patient's papers, and the form that adds a scan or corrects what a paper is.
class DocumentListPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentListPane)

public:
    DocumentListPane(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);
    ~DocumentListPane() override;

    void refresh();
    /// Whether a scan was chosen and is not saved: it has no draft, so the page asks to decide.
    [[nodiscard]] bool hasUnsavedScan() const { return m_scan != nullptr; }
    /// Says that it has to be decided, and takes the hand there.
    void askToDecide();
    /// Asks for a file to add; the paper of this consent where one is named.
    void chooseFile(const std::optional<record::ConsentId>& consent = {});
    /// Reads a file that was chosen or dropped.
    void readFile(const QString& path);
    void say(const base::Error& error);
    [[nodiscard]] std::optional<record::Document> find(const QString& id) const;

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] const DocumentTable& model() const { return *m_model; }
    [[nodiscard]] PaperForm& form() { return *m_form; }
    [[nodiscard]] bool isFormShown() const;
    [[nodiscard]] QString shownNotice() const;
    [[nodiscard]] QPushButton& addButton() { return *m_add; }
    [[nodiscard]] QPushButton& writeButton() { return *m_write; }

Q_SIGNALS:
    void opened(const kairos::record::Document& document);
    void writingRequested();
    /// A file was read, or it was said why not.
    void fileSettled();

private:
    void makeTools();
    void makeList();
    void makeForm();
    void takeScan(base::Result<workflow::ScanFile> read);
    void showForm(const record::Document& document, const QString& title, const QString& verb);
    void closeForm();
    void save();
    void correct();
    void remove();
    void showNotice(const BannerText& text);
    [[nodiscard]] const record::Document* current() const;
    [[nodiscard]] QString sessionOf(const record::Document& document) const;

    record::PatientId m_patient;
    PageContext m_context;
    PaperLinks m_links;
    std::unique_ptr<workflow::ScanFile> m_scan; ///< read and not saved yet
    std::optional<record::ConsentId> m_wantedConsent;
    CancelToken m_reading;
    std::shared_ptr<std::atomic_int> m_readPercent;
    QTimer m_readPoll;
    QPushButton* m_add = nullptr;
    QPushButton* m_write = nullptr;
    Banner* m_notice;
    ProgressLine* m_progress;
    Card* m_formCard = nullptr;
    PaperForm* m_form = nullptr;
    DocumentTable* m_model;
    TableView* m_view;
    EmptyState* m_empty = nullptr;
};

} // namespace kairos::ui

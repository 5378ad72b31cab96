// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>
#include <optional>

namespace kairos::ui {

/// One page of a PDF as a picture.
struct PdfPage {
    QImage picture;
    int pages = 0;          ///< of the whole file
    bool isDamaged = false; ///< a part of the page could not be read
    bool isBlank = false;   ///< all of one colour
};

/// Draws PDF pages by kairos-paper, a program of its own beside this one: the bytes go over a pipe, never
/// into a file, and what reads a foreign file has no key in its memory. The library for it is loaded only
/// then.
class PdfProgram final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PdfProgram)

public:
    explicit PdfProgram(QObject* parent = nullptr);
    ~PdfProgram() override;

    /// Begins to draw a page, from 1; ends an earlier one that is still drawn. drawn() or failed() follows.
    void draw(const QByteArray& pdf, int page);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }
    /// The page in the program's answer; none where it is not one.
    [[nodiscard]] static std::optional<PdfPage> pageIn(const QByteArray& answer);

Q_SIGNALS:
    void drawn(const kairos::ui::PdfPage& page);
    /// Why it was not drawn, and what to do.
    void failed(const QString& why);

private:
    void finish(int exitCode, QProcess::ExitStatus status);
    void end(const QString& why);

    struct Ending {
        void operator()(QProcess* process) const;
    };
    std::unique_ptr<QProcess, Ending> m_process;
    QTimer m_patience;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pdf_program.h"

#include "core/workflow/document_care.h"

#include <QCoreApplication>
#include <QDir>

#include <cstring>

namespace kairos::ui {
namespace {

constexpr int kPatienceMs = 30'000;
constexpr qsizetype kMostHead = 100;

QString programPath() {
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("kairos-paper.exe");
#else
    const QString name = QStringLiteral("kairos-paper");
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

QString exportOrScan() {
    return PdfProgram::tr("Export a copy and open it in another viewer, or scan the paper again.");
}

QString whyOf(int exitCode) {
    switch (exitCode) {
    case 3:
        return PdfProgram::tr("The PDF is damaged and cannot be read.") + QLatin1Char(' ') + exportOrScan();
    case 4:
        return PdfProgram::tr("The PDF is under a password.") + QLatin1Char(' ') + exportOrScan();
    default: // The page itself, or a reader that was ended for taking too much memory or time.
        return PdfProgram::tr("This page cannot be drawn.") + QLatin1Char(' ') + exportOrScan();
    }
}

} // namespace

void PdfProgram::Ending::operator()(QProcess* process) const {
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // It ends by itself; nobody waits for it.
    process->setParent(QCoreApplication::instance());
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

PdfProgram::PdfProgram(QObject* parent) : QObject(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(tr("This page takes too long to draw.") + QLatin1Char(' ') + exportOrScan()); });
}

PdfProgram::~PdfProgram() = default;

void PdfProgram::draw(const QByteArray& pdf, int page) {
    stop();
    m_process.reset(new QProcess);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::finished, this, &PdfProgram::finish);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(tr("The program that draws PDF pages is not where it was installed. Install Kairos again."));
        }
    });
    const qint64 mostDots = workflow::DocumentCare::limits().maxPixels();
    m_process->start(programPath(), {QString::number(page), QString::number(mostDots)});
    m_process->write(pdf);
    m_process->closeWriteChannel();
    m_patience.start();
}

void PdfProgram::stop() {
    m_patience.stop();
    m_process.reset();
}

void PdfProgram::end(const QString& why) {
    stop();
    Q_EMIT failed(why);
}

void PdfProgram::finish(int exitCode, QProcess::ExitStatus status) {
    const auto page = status == QProcess::NormalExit && exitCode == 0
                          ? pageIn(m_process->readAllStandardOutput())
                          : std::nullopt;
    if (!page) {
        end(whyOf(status == QProcess::NormalExit ? exitCode : -1));
        return;
    }
    stop();
    Q_EMIT drawn(*page);
}

std::optional<PdfPage> PdfProgram::pageIn(const QByteArray& answer) {
    const qsizetype head = answer.left(kMostHead).indexOf('\n');
    const QList<QByteArray> words = answer.left(std::max<qsizetype>(0, head)).split(' ');
    if (words.size() != 10 || words.first() != "pages") {
        return std::nullopt;
    }
    const int width = words.at(3).toInt();
    const int height = words.at(5).toInt();
    const QByteArrayView dots = QByteArrayView(answer).sliced(head + 1);
    if (width < 1 || height < 1 || qint64{width} * height * 4 != dots.size()) {
        return std::nullopt;
    }
    PdfPage page{QImage(width, height, QImage::Format_ARGB32), words.at(1).toInt(), words.at(7) == "1",
                 words.at(9) == "1"};
    if (page.picture.isNull() || page.pages < 1) {
        return std::nullopt;
    }
    for (int y = 0; y < height; ++y) {
        std::memcpy(page.picture.scanLine(y), dots.data() + qsizetype{y} * width * 4,
                    static_cast<size_t>(width) * 4);
    }
    return page;
}

} // namespace kairos::ui

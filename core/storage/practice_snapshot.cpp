// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/practice_snapshot.h"

#include "core/storage/meta.h"
#include "core/storage/sql_error.h"
#include "core/storage/words.h"

namespace kairos::storage {
namespace {

const char* const kPracticeNotRead = QT_TRANSLATE_NOOP("Words", "The practice was not read");
constexpr size_t kSnapshotKeyBytes = 32;

} // namespace

PracticeSnapshot::~PracticeSnapshot() = default;

base::Result<std::unique_ptr<PracticeSnapshot>> PracticeSnapshot::take(const QString& path,
                                                                       const security::PracticeKey& key) {
    std::unique_ptr<PracticeSnapshot> snapshot(new PracticeSnapshot);
    const auto taken = guarded(kPracticeNotRead, [&] { snapshot->load(path, key); });
    if (!taken) {
        return tl::unexpected<base::Error>(taken.error());
    }
    if (snapshot->m_recordKey.size() != kSnapshotKeyBytes) {
        return base::fail(base::ErrorCode::Damaged, wording(kPracticeNotRead),
                          Words::tr("the practice file lacks its own key"),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    return snapshot;
}

void PracticeSnapshot::load(const QString& path, const security::PracticeKey& key) {
    m_connection = std::make_unique<Connection>(path, OpenMode::ReadOnly, &key);
    // One read transaction, begun by a read: all is of one moment while the writer goes on.
    m_connection->execute("BEGIN; SELECT count(*) FROM meta");
    m_recordKey = security::SecretBytes::fromBytes(metaOf(*m_connection, QStringLiteral("record_key")));
    const auto practice = base::Uuid::fromBytes(metaOf(*m_connection, QStringLiteral("practice")));
    m_journal = std::make_unique<Journal>(*m_connection, record::PracticeId{practice.value_or(base::Uuid{})});
    m_records = std::make_unique<RecordReader>(*m_connection, m_recordKey);
    m_reader = std::make_unique<PracticeReader>(*m_journal, *m_records);
}

} // namespace kairos::storage

package exsim.scenarios.format;

import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.scenarios.json.Located;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads zone-file lines, and asks for the reader that knows all of them when one needs it. */
final class ZoneLines {
  private final Supplier<ZoneReader> readers;
  private final Consumer<DnsRecord> records;
  private Optional<ZoneReader> reader = Optional.empty();
  private Optional<DomainName> owner = Optional.empty();

  ZoneLines(Supplier<ZoneReader> readers, Consumer<DnsRecord> records) {
    this.readers = readers;
    this.records = records;
  }

  /** Reads one line; what is wrong with it is reported at the value. */
  void line(String line, Located value) {
    Optional<DnsRecord> plain =
        reader.isEmpty() || reader.get().isAtRoot() ? PlainRecord.parse(line) : Optional.empty();
    if (plain.isPresent()) {
      owner = plain.map(DnsRecord::owner);
      records.accept(plain.get());
      return;
    }
    if (reader.isEmpty()) {
      reader = Optional.of(readers.get());
    }
    owner.ifPresent(reader.get()::ownedBy);
    owner = Optional.empty();
    reader.get().line(line, value);
  }
}

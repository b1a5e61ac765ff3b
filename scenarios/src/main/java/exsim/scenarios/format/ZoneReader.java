package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.BaseEncoding;
import exsim.model.InvalidValueException;
import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.RelativeNameException;
import org.xbill.DNS.TTL;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Tokenizer;
import org.xbill.DNS.Type;

/** Reads zone-file lines (RFC 1035), each of which may continue in the next within parentheses. */
final class ZoneReader {
  /** What the library says in the words of its own parser. */
  private static final ImmutableMap<Pattern, String> PLAIN_WORDS =
      ImmutableMap.of(
          Pattern.compile("^unexpected tokens at end of record.*<\\w+: (.*)>\\)$"),
          "`$1` stands behind the end of the record",
          Pattern.compile("^EOF in quoted string$"),
          "a quote is not closed",
          Pattern.compile("^'(.*)': invalid empty label$"),
          "the name `$1` has an empty label");

  private static final long TTL_ANY = 3600;

  private final Certificates certificates;
  private final Problems problems;
  private final Problems warnings;
  private final Consumer<DnsRecord> records;
  private Name origin = Name.root;
  private Optional<Name> owner = Optional.empty();

  ZoneReader(
      Certificates certificates,
      Problems problems,
      Problems warnings,
      Consumer<DnsRecord> records) {
    this.certificates = certificates;
    this.problems = problems;
    this.warnings = warnings;
    this.records = records;
  }

  /** Tells the owner of the line before, which another reader has read. */
  void ownedBy(DomainName name) {
    try {
      owner = Optional.of(Name.fromString(name.ascii(), Name.root));
    } catch (TextParseException e) {
      throw new IllegalStateException(name + " was read as a name before", e);
    }
  }

  /** Whether names without a trailing dot are absolute. */
  boolean isAtRoot() {
    return origin.equals(Name.root);
  }

  /** Reads one line; what is wrong with it is reported at the value. */
  void line(String line, Located value) {
    try (Tokenizer tokens = new Tokenizer(line)) {
      entry(tokens, value);
    } catch (TextParseException | RelativeNameException | InvalidValueException e) {
      problems.add(
          value.spot(),
          "not a zone-file line: " + words(e.getMessage()),
          "write it like `contoso.com. IN MX 10 mail.contoso.com.`");
    } catch (IOException e) {
      throw new IllegalStateException("a string is read without input or output", e);
    }
  }

  private void entry(Tokenizer tokens, Located value) throws IOException {
    Tokenizer.Token first = tokens.get(true, false);
    if (first.isEOL()) {
      return;
    }
    if (first.type() == Tokenizer.WHITESPACE) {
      Tokenizer.Token next = tokens.get();
      if (next.isEOL()) {
        return;
      }
      tokens.unget();
    } else if (first.value().startsWith("$")) {
      directive(Ascii.toUpperCase(first.value()), tokens);
      return;
    } else {
      owner = Optional.of(Name.fromString(first.value(), origin));
    }
    if (owner.isEmpty()) {
      throw new TextParseException("the first line names no owner");
    }
    record(owner.get(), tokens, value);
  }

  private void directive(String name, Tokenizer tokens) throws IOException {
    switch (name) {
      case "$ORIGIN" -> origin = tokens.getName(Name.root);
      case "$TTL" -> tokens.getTTL();
      default -> throw new TextParseException("`" + name + "` is not supported");
    }
    tokens.getEOL();
  }

  private void record(Name name, Tokenizer tokens, Located value) throws IOException {
    String word = tokens.getString();
    while (isClass(word) || isTtl(word)) {
      word = tokens.getString();
    }
    int type = Type.value(word);
    if (type < 0) {
      throw new TextParseException("`" + word + "` is not a record type");
    }
    DomainName ownerName = domain(name);
    if (type == Type.TLSA) {
      tlsa(ownerName, tokens, value);
    } else {
      Record record = Record.fromString(name, type, DClass.IN, TTL_ANY, tokens, origin);
      modelled(ownerName, record).ifPresent(records);
    }
  }

  private static boolean isClass(String word) {
    return DClass.value(word) == DClass.IN;
  }

  private static boolean isTtl(String word) {
    if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
      return false;
    }
    try {
      return TTL.parseTTL(word) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Optional<DnsRecord> modelled(DomainName owner, Record record) {
    if (record instanceof MXRecord mx) {
      return Optional.of(new DnsRecord.Mx(owner, mx.getPriority(), domain(mx.getTarget())));
    }
    if (record instanceof ARecord a) {
      return Optional.of(
          new DnsRecord.Address(owner, IpAddress.parse(a.getAddress().getHostAddress())));
    }
    if (record instanceof AAAARecord aaaa) {
      return Optional.of(
          new DnsRecord.Address(owner, IpAddress.parse(aaaa.getAddress().getHostAddress())));
    }
    if (record instanceof CNAMERecord cname) {
      return Optional.of(new DnsRecord.Cname(owner, domain(cname.getTarget())));
    }
    if (record instanceof TXTRecord txt) {
      return Optional.of(new DnsRecord.Txt(owner, String.join("", txt.getStrings())));
    }
    return Optional.empty(); // nothing that mail delivery looks up
  }

  /** Read here because the data may be {@code @name}, which no zone file has. */
  private void tlsa(DomainName owner, Tokenizer tokens, Located value) throws IOException {
    int usage = tokens.getUInt8();
    int selector = tokens.getUInt8();
    int matching = tokens.getUInt8();
    StringBuilder data = new StringBuilder();
    for (Tokenizer.Token token = tokens.get(); token.isString(); token = tokens.get()) {
      data.append(token.value());
    }
    Optional<Certificate> certificate = Optional.empty();
    boolean malformed = false;
    if (data.length() > 0 && data.charAt(0) == '@') {
      certificate = certificates.find(data.substring(1), value, problems);
    } else {
      malformed = isMalformed(data.toString(), matching, value);
    }
    records.accept(new DnsRecord.Tlsa(owner, usage, selector, matching, certificate, malformed));
  }

  /** A record that senders cannot use; what is wrong with it is noted. */
  private boolean isMalformed(String data, int matching, Located value) {
    if (data.isEmpty() || !BaseEncoding.base16().canDecode(Ascii.toUpperCase(data))) {
      warnings.add(
          value.spot(),
          "the association data of a TLSA record are hexadecimal or `@` and a certificate's name;"
              + " this one is malformed, and senders cannot use it",
          "correct it, or leave it if that is the point");
      return true;
    }
    int digits = matching == 1 ? 64 : matching == 2 ? 128 : data.length();
    if (data.length() != digits) {
      warnings.add(
          value.spot(),
          "TLSA data of matching type "
              + matching
              + " have "
              + digits
              + " hexadecimal digits, not "
              + data.length()
              + "; the record is malformed, and senders cannot use it",
          "correct it, or leave it if that is the point");
    }
    return data.length() != digits;
  }

  private static DomainName domain(Name name) {
    return name.equals(Name.root) ? DomainName.ROOT : DomainName.parse(name.toString(false));
  }

  private static String words(String message) {
    String text = message.replaceFirst("^<none>:\\d+: ", "").replaceFirst("^[^:]*:1: ", "");
    for (Map.Entry<Pattern, String> plain : PLAIN_WORDS.entrySet()) {
      text = plain.getKey().matcher(text).replaceFirst(plain.getValue());
    }
    boolean word = text.length() > 1 && Ascii.isLowerCase(text.charAt(1));
    return word ? Ascii.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}

<#
.SYNOPSIS
Exports what "exsim import" reads from Exchange Server or Exchange Online.

.DESCRIPTION
Run it once in the Exchange Management Shell and once in a session of Exchange Online PowerShell. It
only runs Get- cmdlets and writes one Clixml file per kind of object; at the end it prints the
command that makes a scenario of them. Works in Windows PowerShell 5.1 and in PowerShell 7.

.PARAMETER Folder
Where the files go; made when it is not there.

.PARAMETER Anonymize
Replaces names, domains, mail addresses, certificates' subjects and IP addresses. The same original
always gets the same replacement; subdomains stay subdomains of the same domain, and ranges of
addresses contain and overlap each other as before. Comments are left out. The table of replacements
is written to anonymize-table.csv in the current folder, is read again by the next run, so that both
sides agree, and must not be handed on.

.EXAMPLE
.\collect-exsim.ps1 -Folder C:\Temp\exsim -Anonymize
#>
[CmdletBinding()]
param(
    [string] $Folder = '.\exsim-export',
    [switch] $Anonymize,
    [string] $Table = '.\anonymize-table.csv'
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Names of Microsoft's own that say nothing about the organization, the longest first.
$microsoftDomains = @(
    'mail.protection.outlook.com', 'mail.onmicrosoft.com', 'onmicrosoft.com', 'office365.com',
    'outlook.com'
)

# The ranges that Exchange Online sends from; rules about them would be lost otherwise.
$microsoftRanges = @(
    '40.92.0.0/15', '40.107.0.0/16', '52.100.0.0/14', '52.238.78.88/32', '52.238.78.88',
    '104.47.0.0/17', '2a01:111:f400::/48', '2a01:111:f403::/48'
)

# Everybody, and no address in particular.
$plainAddresses = @(
    '0.0.0.0', '::', '127.0.0.1', '::1', '0.0.0.0-255.255.255.255',
    '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'
)

# What is exported of each object: property = how it is anonymized.
$server = [ordered] @{
    Name = 'Server'; Fqdn = 'Domain'; AdminDisplayVersion = 'Keep'; ServerRole = 'Keep'; Site = 'Site'
}
$sendConnector = [ordered] @{
    Name = 'Name'; AddressSpaces = 'AddressSpace'; Enabled = 'Keep'; IsScopedConnector = 'Keep'
    SourceTransportServers = 'Server'; DNSRoutingEnabled = 'Keep'; SmartHosts = 'Host'; Port = 'Keep'
    Fqdn = 'Domain'; IgnoreSTARTTLS = 'Keep'; RequireTLS = 'Keep'; TlsAuthLevel = 'Keep'
    TlsDomain = 'Domain'; TlsCertificateName = 'CertificateName'; DomainSecureEnabled = 'Keep'
    ForceHELO = 'Keep'; SmartHostAuthMechanism = 'Keep'; AuthenticationCredential = 'Secret'
    CloudServicesMailEnabled = 'Keep'; ErrorPolicies = 'Keep'; FrontendProxyEnabled = 'Keep'
    MaxMessageSize = 'Keep'; UseExternalDNSServersEnabled = 'Keep'; ConnectorType = 'Keep'
    SmtpMaxMessagesPerConnection = 'Keep'; ConnectionInactivityTimeOut = 'Keep'
}
$receiveConnector = [ordered] @{
    Name = 'Name'; Server = 'Server'; Bindings = 'Binding'; RemoteIPRanges = 'Range'
    AuthMechanism = 'Keep'; PermissionGroups = 'Keep'; TransportRole = 'Keep'; Enabled = 'Keep'
    Fqdn = 'Domain'; Banner = 'Comment'; RequireTLS = 'Keep'; DomainSecureEnabled = 'Keep'
    TlsCertificateName = 'CertificateName'; TlsDomainCapabilities = 'Capability'
    SuppressXAnonymousTls = 'Keep'; EnableAuthGSSAPI = 'Keep'; RequireEHLODomain = 'Keep'
    SizeEnabled = 'Keep'; MaxMessageSize = 'Keep'; PipeliningEnabled = 'Keep'
    DeliveryStatusNotificationEnabled = 'Keep'; EnhancedStatusCodesEnabled = 'Keep'
    EightBitMimeEnabled = 'Keep'; BinaryMimeEnabled = 'Keep'; ChunkingEnabled = 'Keep'
    SmtpUtf8Enabled = 'Keep'; LongAddressesEnabled = 'Keep'; OrarEnabled = 'Keep'
    MaxRecipientsPerMessage = 'Keep'; ConnectionTimeout = 'Keep'; ConnectionInactivityTimeout = 'Keep'
    AuthTarpitInterval = 'Keep'; TarpitInterval = 'Keep'; MessageRateLimit = 'Keep'
    MessageRateSource = 'Keep'
}
$acceptedDomain = [ordered] @{
    Name = 'Name'; DomainName = 'Domain'; DomainType = 'Keep'; MatchSubDomains = 'Keep'
    Default = 'Keep'
}
$transportConfig = [ordered] @{
    TLSSendDomainSecureList = 'Domain'; TLSReceiveDomainSecureList = 'Domain'
}
$certificate = [ordered] @{
    Subject = 'Subject'; Issuer = 'Subject'; CertificateDomains = 'Domain'; NotBefore = 'Date'
    NotAfter = 'Date'; Services = 'Keep'; Thumbprint = 'Name'; PSComputerName = 'Domain'
}
$inboundConnector = [ordered] @{
    Name = 'Name'; Enabled = 'Keep'; ConnectorType = 'Keep'; ConnectorSource = 'Keep'
    SenderDomains = 'AddressSpace'; SenderIPAddresses = 'Range'; RequireTls = 'Keep'
    TlsSenderCertificateName = 'CertificateName'; RestrictDomainsToIPAddresses = 'Keep'
    RestrictDomainsToCertificate = 'Keep'; AssociatedAcceptedDomains = 'Domain'
    CloudServicesMailEnabled = 'Keep'; TreatMessagesAsInternal = 'Keep'; EFSkipLastIP = 'Keep'
    EFSkipIPs = 'Range'
}
$outboundConnector = [ordered] @{
    Name = 'Name'; Enabled = 'Keep'; UseMXRecord = 'Keep'; ConnectorType = 'Keep'
    ConnectorSource = 'Keep'; RecipientDomains = 'Domain'; SmartHosts = 'Host'; TlsDomain = 'Domain'
    TlsSettings = 'Keep'; IsTransportRuleScoped = 'Keep'; RouteAllMessagesViaOnPremises = 'Keep'
    CloudServicesMailEnabled = 'Keep'; AllAcceptedDomains = 'Keep'; SenderRewritingEnabled = 'Keep'
    MtaStsMode = 'Keep'; SmtpDaneMode = 'Keep'; TestMode = 'Keep'
}
$onlineTransportConfig = [ordered] @{
    SmtpClientAuthenticationDisabled = 'Keep'; AllowLegacyTLSClients = 'Keep'
    MessageExpiration = 'Keep'
}
$onlineOrganizationConfig = [ordered] @{ RejectDirectSend = 'Keep' }
$transportRule = [ordered] @{
    Name = 'Name'; State = 'Keep'; Mode = 'Keep'; Priority = 'Keep'; From = 'Mail'; SentTo = 'Mail'
    SenderDomainIs = 'Domain'; RecipientDomainIs = 'Domain'; ExceptIfRecipientDomainIs = 'Domain'
    SentToScope = 'Keep'; FromScope = 'Keep'; FromMemberOf = 'Comment'; SentToMemberOf = 'Comment'
    SubjectContainsWords = 'Comment'; HeaderContainsMessageHeader = 'Comment'
    ExceptIfHeaderContainsMessageHeader = 'Comment'; RouteMessageOutboundConnector = 'Name'
    RouteMessageOutboundRequireTls = 'Keep'
}

# ---- What an object is made of, as plain text ----

function ConvertTo-PlainValue($Value, [string] $How) {
    if ($null -eq $Value) { return $null }
    if ($How -eq 'Secret') { return 'set' }
    if ($Value -is [bool] -or $Value -is [int]) { return $Value }
    if ($Value -is [datetime]) {
        return $Value.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
    }
    if ($Value -isnot [string] -and $Value -is [System.Collections.IEnumerable]) {
        $items = @($Value | ForEach-Object { $_.ToString() })
        return , $items
    }
    return $Value.ToString()
}

function ConvertTo-PlainObject($Object, $Properties) {
    $plain = [ordered] @{}
    foreach ($name in $Properties.Keys) {
        # Older versions lack some properties.
        $property = $Object.PSObject.Properties[$name]
        if ($null -ne $property) {
            $plain[$name] = ConvertTo-PlainValue $property.Value $Properties[$name]
        }
    }
    return [pscustomobject] $plain
}

# ---- Replacements ----

$replacements = @{}
$counters = @{}

# The replacement of one original of a kind: the next number when it is met for the first time.
function Get-Replacement([string] $Kind, [string] $Original, [string] $Pattern) {
    $key = $Kind + '|' + $Original.ToLowerInvariant()
    if (-not $replacements.ContainsKey($key)) {
        if (-not $counters.ContainsKey($Kind)) { $counters[$Kind] = 0 }
        $counters[$Kind]++
        $replacements[$key] = $Pattern -f $counters[$Kind]
    }
    return $replacements[$key]
}

# The last two labels are one replacement, each label in front of them is another.
function ConvertTo-AnonymousDomain([string] $Text) {
    $name = $Text.ToLowerInvariant().TrimEnd('.')
    if ($name -eq '*' -or $name -eq '--' -or $name -eq '') { return $Text }
    if ($name.StartsWith('*.')) { return '*.' + (ConvertTo-AnonymousDomain $name.Substring(2)) }
    foreach ($suffix in $microsoftDomains) {
        if ($name -eq $suffix) { return $name }
        if ($name.EndsWith('.' + $suffix)) {
            $front = $name.Substring(0, $name.Length - $suffix.Length - 1)
            return (ConvertTo-AnonymousTenant $front $suffix) + '.' + $suffix
        }
    }
    $labels = $name.Split('.')
    $count = $labels.Length
    if ($count -eq 1) { return Get-Replacement 'Server' $name 'server{0}' }
    $base = $labels[$count - 2] + '.' + $labels[$count - 1]
    $result = Get-Replacement 'Domain' $base 'domain{0}.example'
    for ($i = $count - 3; $i -ge 0; $i--) {
        # A server's name in front of a domain is the server's own replacement.
        $isServer = $i -eq 0 -and $replacements.ContainsKey('Server|' + $labels[0])
        if ($isServer) {
            $label = $replacements['Server|' + $labels[0]]
        } else {
            $label = Get-Replacement 'Label' $labels[$i] 'host{0}'
        }
        $result = $label + '.' + $result
    }
    return $result
}

# MX hosts of a tenant are made from its domains: contoso-com.mail.protection.outlook.com.
function ConvertTo-AnonymousTenant([string] $Front, [string] $Suffix) {
    if ($Suffix -eq 'mail.protection.outlook.com' -and $Front.Contains('-')) {
        $domain = $Front.Replace('-', '.')
        return (ConvertTo-AnonymousDomain $domain).Replace('.', '-')
    }
    return Get-Replacement 'Tenant' $Front 'tenant{0}'
}

function ConvertTo-AnonymousSubject([string] $Text) {
    if ($Text -match '(?:^|,\s*)CN=([^,]+)') {
        $common = $Matches[1].Trim()
        if ($common -match '^(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$') {
            return 'CN=' + (ConvertTo-AnonymousDomain $common)
        }
        if ($replacements.ContainsKey('Server|' + $common.ToLowerInvariant())) {
            return 'CN=' + $replacements['Server|' + $common.ToLowerInvariant()]
        }
    }
    return 'CN=' + (Get-Replacement 'Subject' $Text 'Name {0}')
}

# ---- Addresses: numbered in their own order, so that ranges keep their relations ----

$ranks = @{}

function ConvertTo-HexAddress([string] $Text) {
    $address = [System.Net.IPAddress]::Parse($Text.Trim().Trim('[', ']'))
    $hex = $address.GetAddressBytes() | ForEach-Object { $_.ToString('x2') }
    return ($hex -join '')
}

# First and last address of a range, as hexadecimal text.
function Get-Bound([string] $Text) {
    if ($Text.Contains('-')) {
        $parts = $Text.Split('-')
        return @((ConvertTo-HexAddress $parts[0]), (ConvertTo-HexAddress $parts[1]))
    }
    $base = $Text
    $length = 128
    if ($Text.Contains('/')) {
        $base = $Text.Split('/')[0]
        $length = [int] $Text.Split('/')[1]
    } elseif ($Text.Contains('(')) {
        $base = $Text.Split('(')[0]
        $mask = $Text.Split('(')[1].TrimEnd(')')
        $bits = [System.Net.IPAddress]::Parse($mask).GetAddressBytes() |
            ForEach-Object { [Convert]::ToString($_, 2).Replace('0', '').Length }
        $length = ($bits | Measure-Object -Sum).Sum
    }
    $bytes = [System.Net.IPAddress]::Parse($base.Trim('[', ']')).GetAddressBytes()
    $low = ''
    $high = ''
    for ($i = 0; $i -lt $bytes.Length; $i++) {
        $network = [Math]::Max(0, [Math]::Min(8, $length - 8 * $i))
        $rest = [int] [Math]::Pow(2, 8 - $network) - 1
        $low += ($bytes[$i] -band (255 - $rest)).ToString('x2')
        $high += ($bytes[$i] -bor $rest).ToString('x2')
    }
    return @($low, $high)
}

function Test-Plain([string] $Text) {
    return ($plainAddresses -contains $Text) -or ($microsoftRanges -contains $Text)
}

# Of a binding, the address alone: 192.0.2.1:25, [::1]:25.
function Get-BindingAddress([string] $Text) {
    return $Text.Substring(0, $Text.LastIndexOf(':')).Trim('[', ']')
}

function Test-Address([string] $Text) {
    $address = $null
    return [System.Net.IPAddress]::TryParse($Text.Trim('[', ']'), [ref] $address)
}

function Add-Bound($Bounds, [string] $Text) {
    if (-not (Test-Plain $Text)) {
        foreach ($bound in (Get-Bound $Text)) { $Bounds[$bound] = $true }
    }
}

function ConvertTo-AnonymousAddress([string] $Hex) {
    $rank = $ranks[$Hex]
    if ($Hex.Length -eq 8) {
        return '198.18.{0}.{1}' -f [Math]::Floor($rank / 256), ($rank % 256)
    }
    return '2001:db8::{0:x}' -f $rank
}

function ConvertTo-AnonymousRange([string] $Text) {
    if (Test-Plain $Text) { return $Text }
    $bounds = Get-Bound $Text
    $low = ConvertTo-AnonymousAddress $bounds[0]
    if ($bounds[0] -eq $bounds[1]) { return $low }
    return $low + '-' + (ConvertTo-AnonymousAddress $bounds[1])
}

# ---- One value, by how its property is anonymized ----

function ConvertTo-AnonymousText([string] $Text, [string] $How) {
    if ($Text -eq '') { return $Text }
    switch ($How) {
        'Name' { return Get-Replacement 'Name' $Text 'Name {0}' }
        'Server' { return Get-Replacement 'Server' $Text.Split('.')[0] 'server{0}' }
        'Site' { return Get-Replacement 'Site' $Text 'Site{0}' }
        'Comment' { return 'removed' }
        'Domain' { return ConvertTo-AnonymousDomain $Text }
        'Subject' { return ConvertTo-AnonymousSubject $Text }
        'Range' { return ConvertTo-AnonymousRange $Text }
        'Host' {
            if (-not (Test-Address $Text)) { return ConvertTo-AnonymousDomain $Text }
            return '[' + (ConvertTo-AnonymousRange $Text.Trim('[', ']')) + ']'
        }
        'Binding' {
            $address = Get-BindingAddress $Text
            $port = $Text.Substring($Text.LastIndexOf(':'))
            if (Test-Plain $address) { return $Text }
            $address = ConvertTo-AnonymousRange $address
            if ($address.Contains(':')) { return '[' + $address + ']' + $port }
            return $address + $port
        }
        'AddressSpace' {
            if ($Text -match '^((?:local:)?(?:smtp:)?)([^:;]+)(;\d+)?$') {
                $type = $Matches[1]
                $cost = if ($Matches.ContainsKey(3)) { $Matches[3] } else { '' }
                return $type + (ConvertTo-AnonymousDomain $Matches[2]) + $cost
            }
            return Get-Replacement 'Space' $Text 'X400:c=x{0};1'
        }
        'Capability' {
            $colon = $Text.IndexOf(':')
            if ($colon -lt 0) { return $Text }
            $domain = ConvertTo-AnonymousDomain $Text.Substring(0, $colon)
            return $domain + $Text.Substring($colon)
        }
        'CertificateName' {
            if ($Text -match '^<I>(.*)<S>(.*)$') {
                $issuer = $Matches[1]
                $subject = $Matches[2]
                return '<I>' + (ConvertTo-AnonymousSubject $issuer) + '<S>' +
                    (ConvertTo-AnonymousSubject $subject)
            }
            return ConvertTo-AnonymousDomain $Text
        }
        'Mail' {
            $at = $Text.LastIndexOf('@')
            if ($at -lt 0) { return Get-Replacement 'User' $Text 'user{0}@domain0.example' }
            $user = Get-Replacement 'User' $Text.Substring(0, $at) 'user{0}'
            return $user + '@' + (ConvertTo-AnonymousDomain $Text.Substring($at + 1))
        }
        default { return $Text }
    }
}

function ConvertTo-AnonymousObject($Object, $Properties) {
    $changed = [ordered] @{}
    foreach ($property in $Object.PSObject.Properties) {
        $how = $Properties[$property.Name]
        $value = $property.Value
        if ($null -eq $value -or $value -is [bool] -or $value -is [int]) {
            $changed[$property.Name] = $value
        } elseif ($value -is [string]) {
            $changed[$property.Name] = ConvertTo-AnonymousText $value $how
        } else {
            $changed[$property.Name] = @(
                $value | ForEach-Object { ConvertTo-AnonymousText $_ $how })
        }
    }
    return [pscustomobject] $changed
}

# ---- Collecting ----

function Get-Collection([string] $Option, $Properties, $Objects) {
    $plain = @($Objects | Where-Object { $null -ne $_ } |
            ForEach-Object { ConvertTo-PlainObject $_ $Properties })
    return [pscustomobject] @{ Option = $Option; Properties = $Properties; Objects = $plain }
}

# Certificates are asked for server by server, and remember which server had them.
function Get-ServerCertificate($Servers) {
    foreach ($one in $Servers) {
        try {
            foreach ($found in (Get-ExchangeCertificate -Server $one.Name)) {
                $found | Add-Member -NotePropertyName PSComputerName `
                    -NotePropertyValue ([string] $one.Fqdn) -Force
                $found
            }
        } catch {
            Write-Warning "The certificates of $($one.Name) cannot be read: $_"
        }
    }
}

function Get-OnPremises {
    $servers = @(Get-ExchangeServer)
    Get-Collection 'servers' $server $servers
    Get-Collection 'send-connectors' $sendConnector (Get-SendConnector)
    Get-Collection 'receive-connectors' $receiveConnector (Get-ReceiveConnector)
    Get-Collection 'accepted-domains' $acceptedDomain (Get-AcceptedDomain)
    Get-Collection 'transport-config' $transportConfig (Get-TransportConfig)
    Get-Collection 'certificates' $certificate (Get-ServerCertificate $servers)
}

function Get-Online {
    Get-Collection 'inbound-connectors' $inboundConnector (Get-InboundConnector)
    Get-Collection 'outbound-connectors' $outboundConnector (Get-OutboundConnector)
    Get-Collection 'online-accepted-domains' $acceptedDomain (Get-AcceptedDomain)
    Get-Collection 'online-transport-config' $onlineTransportConfig (Get-TransportConfig)
    Get-Collection 'online-organization-config' $onlineOrganizationConfig (Get-OrganizationConfig)
    Get-Collection 'transport-rules' $transportRule (Get-TransportRule)
}

# Every address of every collection, in order, gets its number before the first is replaced.
function Initialize-Rank($Collections) {
    $bounds = @{}
    foreach ($key in @($replacements.Keys)) {
        if ($key.StartsWith('Address|')) { $bounds[$key.Substring('Address|'.Length)] = $true }
    }
    foreach ($collection in $Collections) {
        foreach ($object in $collection.Objects) {
            foreach ($property in $object.PSObject.Properties) {
                $how = $collection.Properties[$property.Name]
                foreach ($text in @($property.Value | Where-Object { $_ -is [string] })) {
                    if ($how -eq 'Range') { Add-Bound $bounds $text }
                    if ($how -eq 'Binding') { Add-Bound $bounds (Get-BindingAddress $text) }
                    if ($how -eq 'Host' -and (Test-Address $text)) {
                        Add-Bound $bounds $text.Trim('[', ']')
                    }
                }
            }
        }
    }
    # IPv4 and IPv6 differ in length and never meet in one range.
    foreach ($width in 8, 32) {
        $next = 1
        foreach ($hex in ($bounds.Keys | Where-Object { $_.Length -eq $width } | Sort-Object)) {
            $ranks[$hex] = $next
            $replacements['Address|' + $hex] = [string] $next
            $next++
        }
    }
}

function Read-Table {
    if (-not (Test-Path $Table)) { return }
    foreach ($row in (Import-Csv $Table)) {
        $key = $row.Kind + '|' + $row.Original
        $replacements[$key] = $row.Replacement
        if (-not $counters.ContainsKey($row.Kind)) { $counters[$row.Kind] = 0 }
        $counters[$row.Kind]++
    }
}

function Write-Table {
    $rows = foreach ($key in ($replacements.Keys | Sort-Object)) {
        $bar = $key.IndexOf('|')
        [pscustomobject] @{
            Kind = $key.Substring(0, $bar)
            Original = $key.Substring($bar + 1)
            Replacement = $replacements[$key]
        }
    }
    $rows | Export-Csv $Table -NoTypeInformation -Encoding UTF8
}

if (Get-Command Get-SendConnector -ErrorAction SilentlyContinue) {
    $collections = @(Get-OnPremises)
} elseif (Get-Command Get-InboundConnector -ErrorAction SilentlyContinue) {
    $collections = @(Get-Online)
} else {
    throw 'Run this in the Exchange Management Shell or in Exchange Online PowerShell.'
}

if (-not (Test-Path $Folder)) { New-Item -ItemType Directory -Path $Folder | Out-Null }
if ($Anonymize) {
    Read-Table
    Initialize-Rank $collections
}
$command = 'exsim import'
foreach ($collection in $collections) {
    $objects = $collection.Objects
    if ($Anonymize) {
        $properties = $collection.Properties
        $objects = @($objects | ForEach-Object { ConvertTo-AnonymousObject $_ $properties })
    }
    if ($objects.Count -gt 0) {
        $file = Join-Path $Folder ($collection.Option + '.xml')
        $objects | Export-Clixml -Path $file -Depth 3
        $command += " --$($collection.Option) `"$file`""
    }
}
if ($Anonymize) {
    Write-Table
    Write-Host "The table of replacements is $Table. Keep it, and do not hand it on."
    Write-Host 'Run the other side with the same table. When it brings new IP addresses, the numbers'
    Write-Host 'of all addresses move: then run the first side once more.'
}
Write-Host 'Make a scenario with:'
Write-Host $command

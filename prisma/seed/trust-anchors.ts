import type { PrismaClient } from '@/lib/db/generated/client';
import { readAnchor } from '@/lib/files/electronic-seals/read-anchor';

/** An invented authority whose key was thrown away when it was made: it has signed nothing and never will. */
const certificate = `-----BEGIN CERTIFICATE-----
MIICEDCCAbegAwIBAgIUbrIhFJ8m1INij3R23SYDZZqRBJswCgYIKoZIzj0EAwIw
VjELMAkGA1UEBhMCQ04xFTATBgNVBAoMDOa8lOekuuacuuaehDEwMC4GA1UEAwwn
5ryU56S655S15a2Q6K6k6K+B5qC56K+B5Lmm77yI5ryU56S677yJMB4XDTI2MTEy
NTIzMTEyNloXDTQ2MTEyMDIzMTEyNlowVjELMAkGA1UEBhMCQ04xFTATBgNVBAoM
DOa8lOekuuacuuaehDEwMC4GA1UEAwwn5ryU56S655S15a2Q6K6k6K+B5qC56K+B
5Lmm77yI5ryU56S677yJMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQsR1i68b
zr/yJsktI5qZ/tPNirQzL/pU+U14XeSHd83wREo45FcOak2V3kzOJmgDLwkkwwqA
5PynHYbw+SWMsKNjMGEwHQYDVR0OBBYEFMz0A02MAhXxEkPHRkU094+FnA7iMB8G
A1UdIwQYMBaAFMz0A02MAhXxEkPHRkU094+FnA7iMA8GA1UdEwEB/wQFMAMBAf8w
DgYDVR0PAQH/BAQDAgEGMAoGCCqGSM49BAMCA0cAMEQCIAzgxHMoib7yrSxGc7Zu
U/9TF8Wx96+soUo3zizBdtY6AiAdkS8XZy1LUc07kGxY3Bbz1ibWki2I/Tl7XvsP
Lao6Tg==
-----END CERTIFICATE-----`;

export async function seedTrustAnchors(db: PrismaClient, now: Date): Promise<void> {
  const facts = readAnchor(certificate);
  const known = await db.trustAnchor.count({ where: { sha256: facts.sha256 } });
  if (known > 0) return;
  const decision = { reason: '演示数据：虚构的发证机构', addedAt: now, approvedAt: now };
  await db.trustAnchor.create({ data: { ...facts, name: '演示电子认证机构（虚构）', ...decision } });
}

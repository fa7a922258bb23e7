import { withPayload } from '@payloadcms/next/withPayload'

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Not `no-referrer`: the session cookie is bound to the origin that browsers then would not say.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

/** Answers that are no pages of the admin: data, files, the setup form. */
const noScripts = {
  key: 'Content-Security-Policy',
  value:
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

/** @type {import('next').NextConfig} */
const studio = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These hold native code, which a bundle cannot; exifreader asks for its parser of XML by a name that a bundle would lose.
  serverExternalPackages: ['libsql', '@libsql/client', 'sharp', 'exifreader'],
  // In development Next writes each request with its address and query.
  logging: false,
  // Payload says its errors by the names of their classes: minified, every one of them becomes "An unknown error occurred."
  experimental: {
    serverMinification: false,
    // A form's whole state goes to the server with each change of a field; more than this is no form.
    serverActions: { bodySizeLimit: '4mb' },
    proxyClientMaxBodySize: '4mb',
  },
  // Types are checked by `npm run check`, once and for the whole project.
  typescript: { ignoreBuildErrors: true },
  redirects: async () => [
    { source: '/', destination: '/admin', permanent: false },
    // Payload's own form for the first user asks for no proof of who fills it in.
    { source: '/admin/create-first-user', destination: '/setup', permanent: false },
    // Payload's own page for a forgotten password says "Email sent", and none is.
    { source: '/admin/forgot', destination: '/password', permanent: false },
    { source: '/admin/reset/:token', destination: '/password', permanent: false },
  ],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/api/:path*', headers: [noScripts] },
    { source: '/setup', headers: [noScripts] },
    { source: '/password', headers: [noScripts] },
  ],
}

export default withPayload(studio)

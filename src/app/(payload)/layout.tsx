import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { getPayload, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { admittedCall } from '#access/serverFunctions.ts'
import { withoutStaleCheck } from '#desk/saving/withoutStaleCheck.ts'
import { importMap } from '#generated/importMap.ts'
import config from '#payload.config'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  const payload = await getPayload({ config, cron: true, importMap })
  const { user } = await payload.auth({ headers: await headers() })
  const collections = payload.config.collections.map(({ slug }) => slug)
  return handleServerFunctions({ ...withoutStaleCheck(admittedCall(args, { collections, user })), config, importMap })
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}

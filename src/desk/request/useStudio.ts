'use client'
import { useConfig } from '@payloadcms/ui'
import { useMemo } from 'react'
import { useMessages } from '../language/useMessages.ts'
import { type Answer, studioDownload, studioRequest } from './studioRequest.ts'

export type Studio = {
  get: <Body>(path: string, query?: Record<string, string>) => Promise<Answer<Body>>
  post: <Body>(path: string, body: unknown) => Promise<Answer<Body>>
  remove: (path: string) => Promise<Answer<unknown>>
  download: (path: string, query: Record<string, string>) => Promise<Answer<{ headers: Headers }>>
  adminPath: (path: string) => string
  apiPath: (path: string) => string
}

/** The studio's REST interface for own components, in the reader's language and below its configured address. */
export function useStudio(): Studio {
  const { config } = useConfig()
  const { language } = useMessages()
  const api = `${config.serverURL ?? ''}${config.routes.api}`
  const admin = config.routes.admin
  return useMemo(() => {
    const at = (path: string) => ({ url: `${api}${path}`, language })
    return {
      get: (path, query) => studioRequest({ method: 'GET', ...at(path), ...(query && { query }) }),
      post: (path, body) => studioRequest({ method: 'POST', ...at(path), body }),
      remove: (path) => studioRequest({ method: 'DELETE', ...at(path) }),
      download: (path, query) => studioDownload({ ...at(path), query }),
      apiPath: (path) => `${api}${path}`,
      adminPath: (path) => `${admin === '/' ? '' : admin}${path}`,
    }
  }, [api, admin, language])
}
